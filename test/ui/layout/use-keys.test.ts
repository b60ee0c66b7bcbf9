import { describe, expect, test } from 'vitest';
import { actionOf } from '../../../src/ui/layout/use-keys.ts';

const key = (name: string, more: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean; shiftKey?: boolean } = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('keys', () => {
  test('undo and redo, with either modifier', () => {
    expect(actionOf(key('z', { ctrlKey: true }), false)).toBe('undo');
    expect(actionOf(key('z', { metaKey: true }), false)).toBe('undo');
    expect(actionOf(key('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('redo');
    expect(actionOf(key('y', { ctrlKey: true }), false)).toBe('redo');
  });
  test('leave a text field its own', () => {
    for (const name of ['z', 'y', 'Enter']) expect(actionOf(key(name, { ctrlKey: true }), true)).toBeNull();
    expect(actionOf(key('ArrowUp', { altKey: true }), true)).toBeNull();
    expect(actionOf(key('k', { ctrlKey: true }), true)).toBe('catalogue');
  });
  test('move between cells, and move cells', () => {
    expect(actionOf(key('ArrowDown', { altKey: true }), false)).toBe('next');
    expect(actionOf(key('ArrowUp', { altKey: true, shiftKey: true }), false)).toBe('up');
  });
  test('are nothing without a modifier, so that no letter is a trap', () => {
    for (const name of ['z', 'k', 'Enter', 'ArrowUp', 'a']) expect(actionOf(key(name), false)).toBeNull();
  });
});
