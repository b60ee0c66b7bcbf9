/** The words of one parameter, in the reader's language. */
export interface FieldWords {
  label: string;
  help: string | undefined;
  choice(choice: string): string;
  /** What a field of a rule is called. */
  field(field: string): string;
}
