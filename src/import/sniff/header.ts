import { isMissing } from '../values/missing.ts';
import { sniffType } from './type.ts';

/** Words that headings are made of, where all columns are text. */
const WORDS =
  /(^|[_\s.-])(id|no|nr|name|date|time|code|type|status|amount|price|qty|quantity|total|email|phone|city|country|region|category|product|customer|user|order|channel|text|comment|review|label|score)($|[_\s.-])|(id|Id|ID|Name|Date|No)$|编号|名称|姓名|日期|时间|金额|数量|单价|类型|类别|状态|渠道|地区|城市|邮箱|电话|手机|评分|内容|评论|备注|号$/i;

/**
 * Whether the first record names the columns. It does not where one of its cells is a number or a date over a column
 * of such; it does where its cells are text over numbers, dates or flags. Among text only: where its cells differ from
 * one another, are not empty and short, and come back nowhere below, or look like names.
 */
export function sniffHeader(first: readonly string[], body: readonly (readonly string[])[]): boolean {
  let named = 0;
  const columns = first.map((_, i) => body.map((row) => row[i] ?? ''));
  for (const [i, cell] of first.entries()) {
    const below = columns[i]?.filter((value) => !isMissing(value)) ?? [];
    if (below.length === 0 || isMissing(cell)) continue;
    const type = sniffType(below).type;
    if (type === 'text') continue;
    const own = sniffType([cell]).type;
    if (own === type || (own === 'integer' && type === 'number')) return false;
    if (own === 'text' || own === 'flag') named++;
  }
  if (named > 0) return true;
  const cells = first.map((cell) => cell.trim());
  if (cells.some((cell) => !['text', 'flag'].includes(sniffType([cell]).type))) return false;
  if (cells.every((cell) => cell === '')) return false;
  if (cells.filter((cell) => WORDS.test(cell)).length >= Math.max(1, cells.length / 3)) return true;
  const distinct = new Set(cells).size === cells.length && cells.every((cell) => cell !== '' && cell.length <= 60);
  const again = cells.some((cell, i) => columns[i]?.some((value) => value.trim() === cell));
  return distinct && !again && !(cells.length === 1 && /[,;，。！？!?]/.test(cells[0] ?? ''));
}
