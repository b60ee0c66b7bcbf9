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

/** A canonical table: what it is called, what one row of it stands for, and its roles in their order. */
export interface CanonicalTable {
  label: Bilingual;
  row: Bilingual;
  roles: Readonly<Record<string, Role>>;
  /** Groups of roles of which one is required. */
  oneOf?: readonly (readonly string[])[];
}

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
  leads: {
    label: { en: 'Leads', zh: '线索' },
    row: { en: 'a prospect', zh: '一条线索' },
    roles: {
      lead: role('key', 'Lead', '线索编号', must),
      created_at: role('time', 'Created on', '创建时间', must),
      source: role('category', 'Source', '线索来源'),
      owner: role('category', 'Owner', '负责人'),
      customer: role('key', 'Customer', '客户编号'),
      converted_at: role('time', 'Converted on', '转化时间'),
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
  subscriptions: {
    label: { en: 'Subscriptions', zh: '订阅与合同' },
    row: { en: 'a contract', zh: '一份合同' },
    roles: {
      customer: role('key', 'Customer', '客户编号', must),
      started_at: role('time', 'Started on', '开始时间'),
      tenure: role('number', 'Tenure', '在网时长'),
      ended_at: role('time', 'Ended on', '结束时间'),
      ended: role('flag', 'Has ended', '是否流失'),
      plan: role('category', 'Plan', '套餐'),
      fee: role('money', 'Fee', '月费'),
      end_reason: role('category', 'Reason for leaving', '流失原因'),
    },
    oneOf: [['started_at', 'tenure']],
  },
  interactions: {
    label: { en: 'Interactions', zh: '互动记录' },
    row: { en: 'a contact, visit or message', zh: '一次联系、到访或消息' },
    roles: {
      customer: role('key', 'Customer', '客户编号', must),
      time: role('time', 'Time', '互动时间', must),
      channel: role('category', 'Channel', '互动渠道', must),
      kind: role('category', 'Kind', '互动类型'),
      direction: role('category', 'Direction', '方向（呼入或呼出）'),
      topic: role('category', 'Topic', '主题'),
      text: role('text', 'Text', '内容', personal),
      wait_s: role('number', 'Waiting time (seconds)', '等待时长（秒）'),
      duration_s: role('number', 'Duration (seconds)', '互动时长（秒）'),
      agent: role('category', 'Agent', '坐席', personal),
      outcome: role('category', 'Outcome', '结果'),
      cost: role('money', 'Cost', '成本'),
    },
  },
  events: {
    label: { en: 'Events', zh: '行为事件' },
    row: { en: 'a step of a journey', zh: '旅程中的一步' },
    roles: {
      customer: role('key', 'Customer', '客户编号', must),
      time: role('time', 'Time', '事件时间', must),
      event: role('category', 'Event', '事件名称', must),
      session: role('key', 'Session', '会话编号'),
      page: role('category', 'Page', '页面'),
      value: role('money', 'Value', '事件价值'),
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
  complaints: {
    label: { en: 'Complaints', zh: '投诉与工单' },
    row: { en: 'a ticket', zh: '一张工单' },
    roles: {
      ticket: role('key', 'Ticket', '工单编号', must),
      customer: role('key', 'Customer', '客户编号'),
      opened_at: role('time', 'Opened at', '受理时间', must),
      first_response_at: role('time', 'First response at', '首次响应时间'),
      resolved_at: role('time', 'Resolved at', '解决时间'),
      category: role('category', 'Category', '投诉类别'),
      channel: role('category', 'Channel', '渠道'),
      severity: role('category', 'Severity', '严重程度'),
      text: role('text', 'Text', '投诉内容', personal),
      score: role('number', 'Satisfaction with the handling', '处理满意度'),
    },
  },
  reviews: {
    label: { en: 'Reviews', zh: '评论' },
    row: { en: 'a text', zh: '一条评论' },
    roles: {
      text: role('text', 'Text', '评论内容', must),
      customer: role('key', 'Customer', '客户编号'),
      time: role('time', 'Written at', '评论时间'),
      rating: role('number', 'Rating', '评分'),
      product: role('key', 'Product', '商品'),
      channel: role('category', 'Channel', '渠道'),
      language: role('category', 'Language', '语言'),
    },
  },
  exposures: {
    label: { en: 'Campaign exposures', zh: '营销触达' },
    row: { en: 'a person in a campaign', zh: '活动中的一个人' },
    roles: {
      customer: role('key', 'Customer', '客户编号', must),
      campaign: role('category', 'Campaign', '营销活动', must),
      variant: role('category', 'Variant', '实验分组', must),
      time: role('time', 'Time', '触达时间'),
      cost: role('money', 'Cost', '触达成本'),
      outcome: role('number', 'Outcome', '结果'),
    },
  },
  opportunities: {
    label: { en: 'Opportunities', zh: '商机' },
    row: { en: 'a deal', zh: '一个商机' },
    roles: {
      opportunity: role('key', 'Opportunity', '商机编号', must),
      account: role('key', 'Account', '企业客户'),
      owner: role('category', 'Owner', '销售'),
      partner: role('key', 'Partner', '合作伙伴'),
      product: role('key', 'Product', '产品'),
      stage: role('category', 'Stage', '商机阶段', must),
      amount: role('money', 'Amount', '商机金额'),
      created_at: role('time', 'Created on', '创建时间', must),
      closed_at: role('time', 'Closed on', '关闭时间'),
      won: role('flag', 'Won', '是否赢单'),
    },
  },
  stage_history: {
    label: { en: 'Stage history', zh: '阶段变更' },
    row: { en: 'a deal entering a stage', zh: '商机进入一个阶段' },
    roles: {
      opportunity: role('key', 'Opportunity', '商机编号', must),
      stage: role('category', 'Stage', '商机阶段', must),
      time: role('time', 'Entered at', '进入时间', must),
    },
  },
  partners: {
    label: { en: 'Partners', zh: '合作伙伴' },
    row: { en: 'a partner', zh: '一个合作伙伴' },
    roles: {
      partner: role('key', 'Partner', '伙伴编号', must),
      name: role('text', 'Name', '伙伴名称'),
      kind: role('category', 'Kind', '伙伴类型'),
    },
  },
  invoices: {
    label: { en: 'Invoices', zh: '账单' },
    row: { en: 'a bill', zh: '一张账单' },
    roles: {
      invoice: role('key', 'Invoice', '账单编号', must),
      customer: role('key', 'Customer', '客户编号', must),
      issued_at: role('time', 'Issued on', '开票日期', must),
      due_at: role('time', 'Due on', '到期日'),
      paid_at: role('time', 'Paid on', '付款日期'),
      amount: role('money', 'Amount', '账单金额', must),
    },
  },
  judgements: {
    label: { en: 'Judgements', zh: '评估' },
    row: { en: 'an assessment by a person', zh: '一次人工评估' },
    roles: {
      customer: role('key', 'Customer', '客户编号'),
      partner: role('key', 'Partner', '合作伙伴'),
      indicator: role('category', 'Indicator', '指标', must),
      value: role('number', 'Value', '评分值', must),
      time: role('time', 'Time', '评估时间'),
    },
    oneOf: [['customer', 'partner']],
  },
  targets: {
    label: { en: 'Targets', zh: '目标' },
    row: { en: 'a goal', zh: '一个目标' },
    roles: {
      metric: role('category', 'Metric', '指标', must),
      period: role('time', 'Period', '期间', must),
      target: role('number', 'Target', '目标值', must),
    },
  },
  calendar: {
    label: { en: 'Calendar', zh: '日历' },
    row: { en: 'a day that matters', zh: '一个重要日子' },
    roles: {
      date: role('time', 'Date', '日期', must),
      event: role('category', 'Event', '事件', must),
    },
  },
} as const satisfies Record<string, CanonicalTable>;

export type TableId = keyof typeof TABLES;
/** `orders.customer`, one role of one table. */
export type RoleId = { [T in TableId]: `${T}.${keyof (typeof TABLES)[T]['roles'] & string}` }[TableId];

export const TABLE_IDS = Object.keys(TABLES) as TableId[];

/** The roles of a table, by name. */
export function rolesOf(table: TableId): Readonly<Record<string, Role>> {
  return TABLES[table].roles;
}

/** What has to be bound before a table can be read: every group needs one of its roles. */
export function requiredRoles(table: TableId): readonly (readonly string[])[] {
  const { roles, oneOf = [] }: CanonicalTable = TABLES[table];
  const single = Object.keys(roles).filter((name) => roles[name]?.required);
  return [...single.map((name) => [name]), ...oneOf];
}
