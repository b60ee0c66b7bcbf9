import type { Dictionary, DictionaryEntry } from '../dataset.ts';
import { CHANNELS } from './mechanism.ts';
import { ORDER_CHANNELS, PAYMENTS } from './order.ts';
import { OCCUPATIONS, REGIONS } from './people.ts';
import { CATEGORIES } from './products.ts';

const entry = (role: string, en: string, zh: string, more: Pick<DictionaryEntry, 'unit' | 'values'> = {}): DictionaryEntry => ({
  meaning: { en, zh },
  role,
  ...more,
});
const money = { unit: 'CNY' };

/** What every column of every file means. Empty is not known. */
export const dictionary: Dictionary = {
  'customers.csv': {
    customer: entry('customer', 'Customer number, in the order of acquisition', '客户编号，按获客先后排列'),
    name: entry('name', 'Name, made up', '姓名（虚构）'),
    email: entry('email', 'E-mail address, made up', '邮箱（虚构）'),
    phone: entry('phone', 'Phone number, made up and never assigned', '电话（虚构，不会分配的号段）'),
    gender: entry('gender', 'Gender as the customer gave it', '客户填写的性别', { values: ['female', 'male'] }),
    birth_date: entry('birth_date', 'Date of birth as the customer gave it', '客户填写的出生日期'),
    region: entry('region', 'Province or city of the first delivery', '首次收货的省市', { values: REGIONS }),
    occupation: entry('occupation', 'Occupation as the customer gave it', '客户填写的职业', { values: OCCUPATIONS }),
    acquired_at: entry('acquired_at', 'Day of registration', '注册日期'),
    acquisition_channel: entry('acquisition_channel', 'Where the customer came from', '获客渠道', { values: CHANNELS }),
    acquisition_cost: entry('acquisition_cost', 'What it cost to win the customer', '获客成本', money),
    referred_by: entry('referred_by', 'Number of the customer who recommended the shop', '推荐人的客户编号'),
    membership_tier: entry('membership_tier', 'Tier by money spent until the end of the data', '会员等级，按截至数据末日的消费额划分', {
      values: ['basic', 'silver', 'gold', 'platinum'],
    }),
    consent: entry(
      'consent',
      'Agreed to the use of the data for analysis; empty where nobody asked',
      '是否同意将数据用于分析；未询问则为空',
    ),
  },
  'orders.csv': {
    order_id: entry('order_id', 'Number of the order (O…) or of the return (R…)', '订单编号（O…）或退货单编号（R…）'),
    customer: entry('customer', 'Customer number', '客户编号'),
    order_time: entry('time', 'Time of the order or return, local', '下单或退货时间（当地时间）'),
    amount: entry('amount', 'Paid for all lines after discount; negative in a return', '折后实付金额；退货为负', money),
    cost: entry('cost', 'What the goods cost the shop; negative in a return', '商品成本；退货为负', money),
    discount: entry('discount', 'List prices less amount; negative in a return', '标价总额与实付之差；退货为负', money),
    channel: entry('channel', 'Where it was ordered', '下单渠道', { values: ORDER_CHANNELS }),
    payment_method: entry('payment_method', 'How it was paid', '支付方式', { values: PAYMENTS }),
    status: entry('status', 'Completed, cancelled (nothing was charged) or a return', '已完成、已取消（未扣款）或退货', {
      values: ['completed', 'cancelled', 'returned'],
    }),
    is_return: entry('is_return', 'Whether the row is a return', '是否为退货'),
  },
  'order_lines.csv': {
    order_id: entry('order_id', 'Number of the order or return', '订单或退货单编号'),
    product: entry('product', 'Product number', '商品编号'),
    category: entry('category', 'Category', '品类', { values: CATEGORIES }),
    quantity: entry('quantity', 'Pieces; negative in a return', '件数；退货为负', { unit: 'pieces' }),
    amount: entry('amount', 'Paid for all pieces after discount', '折后实付金额', money),
    list_price: entry('list_price', 'List price of one piece', '单件标价', money),
    cost: entry('cost', 'What all pieces cost the shop', '商品成本合计', money),
  },
};
