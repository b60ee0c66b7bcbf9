import { expect, it } from 'vitest';
import { messageArguments } from '../../src/i18n/message-arguments.ts';

it('finds arguments at any depth', () => {
  const message = '{n, plural, one {# of {name}} other {{share} <b>{kind, select, a {A} other {{rest}}}</b>}} {when, number}';
  expect(messageArguments(message)).toEqual(['kind', 'n', 'name', 'rest', 'share', 'when']);
  expect(messageArguments("plain '{text}'")).toEqual([]);
});

it('refuses a message that is not well formed', () => {
  expect(() => messageArguments('{n, plural, one {}')).toThrow(SyntaxError);
});
