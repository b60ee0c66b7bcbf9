import { defineMessages } from '../cell/text.ts';

/**
 * What a person reads for each `AppError` code: what is wrong, where, and what to do. Its fields are the arguments.
 * Lower case, no full stop, the offender last.
 */
export const errorMessages = defineMessages({
  en: {
    'error.unknown': 'something went wrong: {message}',
    'error.cancelled': 'cancelled',
  },
  zh: {
    'error.unknown': '出错了：{message}',
    'error.cancelled': '已取消',
  },
});
