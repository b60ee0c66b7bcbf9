import { transferHandlers } from 'comlink';
import { AppError, Cancelled } from '../util/app-error.ts';

interface WireError {
  appError: true;
  code: string;
  message: string;
  fields: AppError['fields'];
  /** What caused it, as text: the cause itself may hold anything. */
  cause: string | null;
}

/** An error as plain data. */
export function toWire(error: AppError): WireError {
  const { code, message, fields, cause } = error;
  return {
    appError: true,
    code,
    message,
    fields: { ...fields },
    cause: cause instanceof Error ? cause.message : cause ? String(cause) : null,
  };
}

/** The error again: `Cancelled` as itself, so that `instanceof` holds on both sides. */
export function fromWire({ code, message, fields, cause }: WireError): AppError {
  if (code === 'cancelled') return new Cancelled();
  return new AppError(code, message, fields, cause ? { cause: new Error(cause) } : undefined);
}

const isWire = (value: unknown): value is WireError => typeof value === 'object' && value !== null && 'appError' in value;

/** Teaches Comlink our errors, thrown or handed over; both sides call it before they speak. */
export function installErrorTransfer(): void {
  transferHandlers.set('app-error', {
    canHandle: (value: unknown): value is AppError => value instanceof AppError,
    serialize: (error: AppError) => [toWire(error), []],
    deserialize: fromWire,
  });
  const thrown = transferHandlers.get('throw');
  if (!thrown || 'appError' in thrown) return;
  const handler = {
    appError: true,
    canHandle: thrown.canHandle,
    serialize: (thrower: { value: unknown }): [unknown, Transferable[]] =>
      thrower.value instanceof AppError ? [toWire(thrower.value), []] : thrown.serialize(thrower),
    deserialize: (wire: unknown) => {
      if (isWire(wire)) throw fromWire(wire);
      return thrown.deserialize(wire);
    },
  };
  transferHandlers.set('throw', handler as never);
}
