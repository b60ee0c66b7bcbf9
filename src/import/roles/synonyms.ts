import { rolesOf, type TableId } from '../../cell/roles.ts';
import { normalise } from './name-match.ts';

/** Names that several tables' roles go by, the plainest first. */
const CUSTOMER =
  'customer id|customer|customer no|customer number|customer code|customer key|cust id|cust no|client id|client|client no|user id|user|uid|member id|member no|member|buyer id|buyer|shopper id|consumer id|person id|contact id|guest id|account id|subscriber id|visitor id|customer name|客户编号|客户号|客户id|客户代码|客户|顾客编号|顾客id|顾客|会员号|会员编号|会员id|会员卡号|会员|用户id|用户编号|用户|买家id|买家|买家会员名|买家昵称|客户名称';
const CHANNEL = 'channel|sales channel|touchpoint|medium|platform|store|source|渠道|销售渠道|来源渠道|平台|门店|来源';
const WHEN = 'time|timestamp|datetime|date|day|created at|occurred at|时间|日期|发生时间|创建时间';
const COST = 'cost|cogs|costs|cost price|unit cost|cost amount|成本|成本价|成本金额|进货价|费用';
const PRODUCT =
  'product id|product|sku|item id|item|stock code|product code|article no|article|asin|goods id|goods|product name|item name|商品编号|商品id|商品编码|商品|产品编号|产品|货号|款号|商品名称|产品名称';

/** Role by role, in either language; roles that are missing here go by their labels alone. */
const SYNONYMS: Readonly<Partial<Record<TableId, Readonly<Record<string, string>>>>> = {
  customers: {
    customer: `${CUSTOMER}|=id|=account|=account name|=company|=company name|=编号|=公司名称`,
    name: 'name|full name|customer name|first name|last name|姓名|名字|客户姓名|客户名称|昵称',
    email: 'email|e mail|mail|email address|邮箱|电子邮件|邮件',
    phone: 'phone|phone number|mobile|telephone|tel|cell|手机|手机号|电话|联系电话|手机号码',
    gender: 'gender|sex|性别',
    birth_date: 'birth date|date of birth|dob|birthday|birthdate|出生日期|生日|出生年月',
    region: 'region|country|city|state|province|area|location|office location|zip|zip code|postcode|地区|省份|城市|国家|省|市|区域|所在地',
    occupation: 'occupation|job|profession|职业|职位',
    income: 'income|salary|annual income|income group|收入|年收入|月收入',
    education: 'education|degree|学历|教育程度',
    family: 'family|marital status|married|household|partner|dependents|家庭|婚姻状况|婚姻|家庭状况',
    industry: 'industry|sector|行业|所属行业',
    acquired_at:
      'acquired at|signup date|sign up date|registered at|registration date|register date|join date|joined at|created at|first seen|enrollment date|member since|获客时间|注册时间|注册日期|入会时间|入会日期|开户日期|加入时间|创建时间',
    acquisition_channel:
      'acquisition channel|signup channel|acquisition source|utm source|lead source|source|channel|获客渠道|注册渠道|来源渠道|来源|渠道',
    acquisition_cost: 'acquisition cost|cac|获客成本',
    referred_by: 'referred by|referrer|referrer id|referral id|推荐人|邀请人|推荐人编号',
    membership_tier: 'membership tier|tier|level|membership|member level|loyalty tier|vip level|会员等级|等级|会员级别|会员类型',
    points: 'points|loyalty points|积分|会员积分',
    consent: 'consent|opt in|marketing consent|gdpr consent|marketing opt in|同意使用数据|是否同意|同意|授权|营销授权',
  },
  leads: {
    lead: 'lead id|lead|lead no|prospect id|prospect|线索编号|线索id|线索|潜客编号|潜客',
    created_at: `created at|created on|create date|lead date|captured at|${WHEN}|线索时间|录入时间`,
    source: 'source|lead source|channel|campaign|origin|线索来源|来源|渠道',
    owner: 'owner|lead owner|sales rep|sales agent|assigned to|负责人|销售|跟进人|归属人',
    customer: CUSTOMER,
    converted_at: 'converted at|conversion date|won at|closed at|转化时间|转化日期|成交时间',
  },
  orders: {
    order_id:
      'order id|order no|order number|order|invoice no|invoice id|invoice|transaction id|transaction no|receipt no|receipt id|receipt|basket id|bill no|订单编号|订单号|订单id|交易单号|交易号|单号|流水号|小票号|发票号|=id',
    customer: CUSTOMER,
    time: `order date|order time|order ts|order timestamp|order datetime|ordered at|purchase date|purchase time|purchased at|transaction date|transaction time|invoice date|sale date|sales date|payment date|paid at|下单时间|下单日期|订单日期|订单时间|交易时间|交易日期|购买日期|购买时间|付款时间|支付时间|消费时间|消费日期|成交时间|${WHEN}`,
    amount:
      'amount|order amount|total amount|order total|total|grand total|revenue|order value|sales|sales amount|net amount|gross amount|paid amount|amount paid|payment amount|payment value|total price|spend|spending|dollar value|monetary|turnover|value|sum|paid|金额|订单金额|实付金额|实付|支付金额|付款金额|实收金额|消费金额|成交金额|销售额|销售金额|交易金额|总金额|总价|应付金额|合计',
    cost: COST,
    discount: 'discount|discount amount|coupon|rebate|coupon amount|折扣|优惠金额|折扣金额|优惠|立减',
    channel: CHANNEL,
    payment_method: 'payment method|payment type|pay type|payment|tender|支付方式|付款方式|支付渠道',
    currency: 'currency|currency code|币种|货币',
    status: 'status|order status|state|订单状态|状态|交易状态',
    is_return: 'is return|is returned|returned|is refund|refunded|refund|return|是否退货|退货|是否退款|退款',
  },
  order_lines: {
    order_id:
      'order id|order no|order number|order|invoice no|invoice id|invoice|transaction id|transaction no|receipt no|basket id|basket|订单编号|订单号|订单id|交易单号|单号|流水号|小票号',
    product: PRODUCT,
    customer: CUSTOMER,
    time: `order date|order time|order ts|ordered at|purchase date|transaction date|invoice date|下单时间|下单日期|订单日期|订单时间|交易时间|交易日期|购买日期|${WHEN}`,
    category: 'category|product category|department|product line|product type|series|品类|类别|分类|类目|商品类别|商品分类|产品类别|系列',
    quantity: 'quantity|qty|units|pieces|number of items|number of units|item count|数量|件数|购买数量|销量|销售数量',
    amount:
      'amount|line amount|line total|total|total price|revenue|sales|net amount|subtotal|value|金额|实付金额|小计|销售额|销售金额|总价|成交金额',
    list_price: 'list price|unit price|price|msrp|retail price|original price|sales price|标价|单价|原价|吊牌价|售价|价格',
    cost: COST,
  },
  subscriptions: {
    customer: CUSTOMER,
    started_at:
      'started at|start date|subscription start|contract start|activated at|activation date|signup date|开始时间|开始日期|订阅时间|签约日期|开通时间|开通日期',
    tenure: 'tenure|months|tenure months|age months|duration|在网时长|在网月数|时长|订阅时长',
    ended_at:
      'ended at|end date|cancelled at|canceled at|cancel date|cancellation date|churned at|churn date|contract end|结束时间|结束日期|取消时间|退订时间|流失时间|到期日期',
    ended: 'churn|churned|is churned|ended|cancelled|canceled|exited|attrition|churn label|是否流失|流失|是否退订|已取消',
    plan: 'plan|subscription plan|contract|contract type|package|tariff|套餐|套餐名称|方案|合同类型|产品',
    fee: 'fee|monthly charges|monthly charge|monthly fee|mrr|price|monthly price|月费|月租|费用|套餐费用',
    end_reason: 'end reason|churn reason|cancellation reason|cancel reason|流失原因|退订原因|取消原因',
  },
  interactions: {
    customer: CUSTOMER,
    time: `contact time|call time|contacted at|sent at|visit time|visit date|interaction date|互动时间|联系时间|来电时间|通话时间|到访时间|${WHEN}`,
    channel: `channel|contact channel|contact type|medium|touchpoint|互动渠道|联系渠道|联系方式|渠道`,
    kind: 'kind|interaction type|type|activity|activity type|互动类型|类型|活动类型',
    direction: 'direction|inbound|call direction|方向|呼入呼出',
    topic: 'topic|subject|reason|call reason|主题|事由|咨询类型',
    text: 'text|message|content|note|notes|transcript|body|内容|备注|消息内容|聊天内容',
    wait_s: 'wait s|wait|wait time|waiting time|queue time|wait seconds|等待时长|等待时间|排队时长',
    duration_s: 'duration s|duration|call duration|talk time|handle time|duration seconds|互动时长|通话时长|时长',
    agent: 'agent|agent id|operator|representative|employee|坐席|客服|坐席工号|员工',
    outcome: 'outcome|result|disposition|resolution|结果|处理结果',
    cost: COST,
  },
  events: {
    customer: CUSTOMER,
    time: `event time|event timestamp|event date|timestamp|complete timestamp|ts|事件时间|行为时间|访问时间|${WHEN}`,
    event:
      'event|event name|event type|action|activity|activity id|behavior type|behaviour type|step|事件|事件名称|事件类型|行为|行为类型|动作',
    session: 'session id|session|visit id|case id|会话编号|会话id|会话|访问id',
    page: 'page|url|page url|page name|screen|path|页面|网址|页面名称',
    value: 'value|event value|revenue|amount|price|事件价值|价值|金额',
  },
  surveys: {
    respondent: 'respondent id|respondent|response id|participant id|participant|subject id|受访者|受访者编号|答卷编号|问卷编号|序号',
    question: 'question|question id|item|question text|题目|问题|题号|题项',
    score:
      'score|answer|rating|response|nps|nps score|likelihood to recommend|csat|satisfaction|value|评分|得分|分数|回答|答案|满意度|推荐意愿',
    time: `answered at|submitted at|response date|survey date|completed at|回答时间|提交时间|答题时间|${WHEN}`,
    customer: CUSTOMER,
    instrument: 'instrument|survey|survey name|scale|questionnaire|量表|问卷|问卷名称',
    scale_max: 'scale max|max score|scale|maximum|量表最大值|满分|最高分',
  },
  complaints: {
    ticket:
      'ticket id|ticket|ticket no|case id|case no|complaint id|complaint no|complaint|issue id|工单编号|工单号|工单|投诉编号|投诉单号|案件编号|=id',
    customer: CUSTOMER,
    opened_at: `opened at|open date|created at|complaint date|received at|date received|submitted at|受理时间|投诉时间|投诉日期|创建时间|提交时间|${WHEN}`,
    first_response_at: 'first response at|first response|first reply at|responded at|首次响应时间|响应时间|首次回复时间',
    resolved_at: 'resolved at|resolved|closed at|resolution date|close date|date closed|解决时间|关闭时间|完结时间|结案时间',
    category: 'category|complaint type|complaint category|issue|issue type|reason|type|投诉类别|投诉类型|类别|问题类型|投诉原因',
    channel: CHANNEL,
    severity: 'severity|priority|urgency|严重程度|优先级|紧急程度|级别',
    text: 'text|description|complaint text|message|narrative|content|details|投诉内容|内容|描述|问题描述',
    score: 'csat|satisfaction|score|rating|satisfaction score|处理满意度|满意度|评分',
  },
  reviews: {
    text: 'review|review text|text|comment|comments|content|review body|feedback|评论内容|评论|评价|评价内容|点评|内容|反馈',
    customer: CUSTOMER,
    time: `review date|review time|reviewed at|posted at|评论时间|评价时间|${WHEN}`,
    rating: 'rating|stars|score|star rating|review score|label|评分|星级|得分|打分',
    product: PRODUCT,
    channel: CHANNEL,
    language: 'language|lang|语言',
  },
  exposures: {
    customer: CUSTOMER,
    campaign: 'campaign|campaign id|campaign name|test name|experiment|营销活动|活动|活动名称|活动编号|实验',
    variant: 'variant|group|test group|treatment|arm|segment|ab group|实验分组|分组|组别|版本|对照组',
    time: `sent at|exposed at|exposure time|send date|delivered at|触达时间|发送时间|曝光时间|${WHEN}`,
    cost: COST,
    outcome: 'outcome|conversion|converted|response|responded|spend|visit|purchase|结果|是否转化|转化|响应',
  },
  opportunities: {
    opportunity: 'opportunity id|opportunity|opp id|deal id|deal|商机编号|商机id|商机|项目编号',
    account: 'account|account id|account name|company|customer|customer id|client|企业客户|客户|客户名称|公司|公司名称',
    owner: 'owner|sales agent|sales rep|salesperson|account owner|opportunity owner|销售|销售人员|负责人|业务员',
    partner: 'partner|partner id|reseller|distributor|合作伙伴|经销商|代理商',
    product: PRODUCT,
    stage: 'stage|deal stage|sales stage|opportunity stage|status|商机阶段|阶段|销售阶段|状态',
    amount: 'amount|close value|deal value|deal size|value|opportunity amount|expected revenue|商机金额|金额|合同金额|预计金额',
    created_at: `created at|create date|engage date|created date|open date|opened at|创建时间|创建日期|立项日期|${WHEN}`,
    closed_at: 'closed at|close date|closed date|won date|end date|关闭时间|关闭日期|成交日期|签约日期|预计成交日期',
    won: 'won|is won|win|closed won|是否赢单|赢单|是否成交',
  },
  stage_history: {
    opportunity: 'opportunity id|opportunity|opp id|deal id|deal|商机编号|商机id|商机',
    stage: 'stage|new stage|to stage|deal stage|stage name|商机阶段|阶段|新阶段',
    time: `entered at|changed at|stage date|moved at|进入时间|变更时间|${WHEN}`,
  },
  partners: {
    partner:
      'partner id|partner|partner code|reseller id|reseller|distributor id|distributor|dealer id|supplier id|伙伴编号|合作伙伴|伙伴|经销商编号|经销商|代理商|供应商',
    name: 'partner name|name|company|company name|伙伴名称|名称|公司名称|经销商名称',
    kind: 'kind|partner type|type|tier|category|伙伴类型|类型|级别',
  },
  invoices: {
    invoice: 'invoice id|invoice no|invoice number|invoice|bill id|bill no|账单编号|账单号|账单|发票编号|发票号|发票号码',
    customer: CUSTOMER,
    issued_at: `issued at|issue date|invoice date|bill date|billing date|开票日期|开票时间|账单日期|出账日期|${WHEN}`,
    due_at: 'due at|due date|payment due|due|到期日|到期日期|应付日期|付款期限',
    paid_at: 'paid at|payment date|paid date|settled at|settled date|付款日期|付款时间|支付日期|回款日期|还款日期',
    amount: 'amount|invoice amount|total|bill amount|amount due|total amount|账单金额|金额|开票金额|应收金额|发票金额',
  },
  judgements: {
    customer: CUSTOMER,
    partner: 'partner id|partner|supplier|distributor|合作伙伴|伙伴|经销商|供应商',
    indicator: 'indicator|criterion|dimension|measure|factor|指标|维度|评估指标|评价指标',
    value: 'value|score|rating|assessment|weight|评分值|分值|得分|评分|数值',
    time: `assessed at|assessment date|评估时间|评估日期|${WHEN}`,
  },
  targets: {
    metric: 'metric|kpi|measure|indicator|指标|考核指标',
    period: 'period|month|quarter|date|year|期间|月份|季度|周期|年月',
    target: 'target|goal|quota|budget|plan|目标值|目标|计划值|预算',
  },
  calendar: {
    date: 'date|day|日期|节日日期',
    event: 'event|holiday|holiday name|name|festival|promotion|事件|节日|假日|节假日|活动',
  },
};

/** What the price of one piece may be called. */
export const UNIT_PRICE = ['unit price', 'price', 'price per unit', 'sales price', 'item price', '单价', '成交单价', '售价'];

/** What a role's column may be called, normalised, the plainest first; with `=` in front where it must be all of it. */
export function synonymsOf(table: TableId, role: string): readonly string[] {
  const label = rolesOf(table)[role]?.label;
  const names = [role, ...(SYNONYMS[table]?.[role]?.split('|') ?? []), label?.en ?? '', label?.zh ?? ''];
  const forms = names.map((name) => (name.startsWith('=') ? `=${normalise(name)}` : normalise(name)));
  return [...new Set(forms.filter((name) => name !== ''))];
}
