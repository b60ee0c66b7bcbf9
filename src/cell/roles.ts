import type { Bilingual } from './text.ts';

/**
 * The canonical tables. A cell never sees a person's column names: on import, columns are bound to these roles and the
 * cell reads the views. `type` is what the view hands out: key (VARCHAR or integer, as it came), time (TIMESTAMP or
 * DATE), money and number (DOUBLE), flag (BOOLEAN), category and text (VARCHAR).
 */
export type RoleType = 'key' | 'time' | 'money' | 'number' | 'flag' | 'category' | 'text';

export interface Role {
  type: RoleType;
  required?: true;
  personal?: true;
  label: Bilingual;
}

const role = (type: RoleType, en: string, zh: string, more: { required?: true; personal?: true } = {}): Role => ({
  type,
  label: { en, zh },
  ...more,
});
const must = { required: true } as const;
const personal = { personal: true } as const;

export const TABLES = {
  customers: {
    label: { en: 'Customers', zh: '客户' },
    row: { en: 'a customer', zh: '一位客户' },
    roles: {
      customer: role('key', 'Customer', '客户编号', must),
      name: role('text', 'Name', '姓名', personal),
      email: role('text', 'E-mail', '邮箱', personal),
      phone: role('text', 'Phone', '电话', personal),
      gender: role('category', 'Gender', '性别'),
      birth_date: role('time', 'Date of birth', '出生日期', personal),
      region: role('category', 'Region', '地区'),
      occupation: role('category', 'Occupation', '职业'),
      income: role('category', 'Income', '收入'),
      education: role('category', 'Education', '学历'),
      family: role('category', 'Family', '家庭状况'),
      industry: role('category', 'Industry', '行业'),
      acquired_at: role('time', 'Acquired on', '获客时间'),
      acquisition_channel: role('category', 'Acquisition channel', '获客渠道'),
      acquisition_cost: role('money', 'Acquisition cost', '获客成本'),
      referred_by: role('key', 'Referred by', '推荐人'),
      membership_tier: role('category', 'Membership tier', '会员等级'),
      points: role('number', 'Points', '积分'),
      consent: role('flag', 'Consent', '同意使用数据'),
    },
  },
  orders: {
    label: { en: 'Orders', zh: '订单' },
    row: { en: 'an order', zh: '一笔订单' },
    roles: {
      order_id: role('key', 'Order number', '订单编号'),
      customer: role('key', 'Customer', '客户编号', must),
      time: role('time', 'Order time', '下单时间', must),
      amount: role('money', 'Amount', '订单金额', must),
      cost: role('money', 'Cost', '成本'),
      discount: role('money', 'Discount', '折扣'),
      channel: role('category', 'Channel', '渠道'),
      payment_method: role('category', 'Payment method', '支付方式'),
      currency: role('category', 'Currency', '币种'),
      status: role('category', 'Status', '订单状态'),
      is_return: role('flag', 'Is a return', '是否退货'),
    },
  },
  order_lines: {
    label: { en: 'Order lines', zh: '订单明细' },
    row: { en: 'a product in an order', zh: '订单中的一件商品' },
    roles: {
      order_id: role('key', 'Order number', '订单编号', must),
      product: role('key', 'Product', '商品', must),
      customer: role('key', 'Customer', '客户编号'),
      time: role('time', 'Order time', '下单时间'),
      category: role('category', 'Category', '品类'),
      quantity: role('number', 'Quantity', '数量'),
      amount: role('money', 'Amount', '金额'),
      list_price: role('money', 'List price', '标价'),
      cost: role('money', 'Cost', '成本'),
    },
  },
  surveys: {
    label: { en: 'Survey answers', zh: '问卷' },
    row: { en: 'one answer of one person', zh: '一人的一个回答' },
    roles: {
      respondent: role('key', 'Respondent', '受访者', must),
      question: role('text', 'Question', '问题', must),
      score: role('number', 'Score', '评分', must),
      time: role('time', 'Answered at', '回答时间'),
      customer: role('key', 'Customer', '客户编号'),
      instrument: role('category', 'Instrument', '量表'),
      scale_max: role('number', 'Top of the scale', '量表最大值'),
    },
  },
} as const satisfies Record<string, { label: Bilingual; row: Bilingual; roles: Record<string, Role> }>;

export type TableId = keyof typeof TABLES;
/** `orders.customer`, one role of one table. */
export type RoleId = { [T in TableId]: `${T}.${keyof (typeof TABLES)[T]['roles'] & string}` }[TableId];

export const TABLE_IDS = Object.keys(TABLES) as TableId[];

/** The roles of a table, by name. */
export function rolesOf(table: TableId): Readonly<Record<string, Role>> {
  return TABLES[table].roles;
}
