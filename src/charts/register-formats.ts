import { expressionFunction } from 'vega';
import { FORMAT_TYPE, formatOnChart } from './axis-format.ts';

/** Teaches Vega the number formats of the app; needed once before a completed spec is compiled or drawn. */
export function registerFormats(): void {
  expressionFunction(FORMAT_TYPE, formatOnChart);
}
