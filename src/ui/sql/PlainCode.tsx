import classes from './sql.module.css';

/** What stands in for the editor while it is loaded: the same text at the same place. */
export function PlainCode({ code, label, onChange }: { code: string; label: string; onChange: (code: string) => void }) {
  return (
    <textarea
      className={classes.plain}
      aria-label={label}
      rows={Math.max(3, code.split('\n').length)}
      spellCheck={false}
      value={code}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
