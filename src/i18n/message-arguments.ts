import { IntlMessageFormat } from 'intl-messageformat';

/** Names of the arguments that an ICU message uses, sorted. Throws a SyntaxError where the message is not well formed. */
export function messageArguments(message: string): string[] {
  const names = new Set<string>();
  collect(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst() as readonly Element[], names);
  return [...names].sort();
}

interface Element {
  type: number;
  value: string;
  options?: Readonly<Record<string, { value: readonly Element[] }>>;
}
const LITERAL = 0;
const POUND = 7;

function collect(elements: readonly Element[], names: Set<string>): void {
  for (const element of elements) {
    if (element.type === LITERAL || element.type === POUND) continue;
    names.add(element.value);
    for (const option of Object.values(element.options ?? {})) collect(option.value, names);
  }
}
