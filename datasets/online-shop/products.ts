import { cumulative } from './draw.ts';

export interface Product {
  id: string;
  category: string;
  /** List price in fen. */
  price: number;
  /** What it costs the firm, in fen: the category's share of the price, rounded. */
  cost: number;
  /** How often it is chosen. */
  weight: number;
  dear: boolean;
}

/** Category → cost as a share of the list price in per cent, then list price in yuan and weight of each product. */
const RANGE: readonly (readonly [category: string, cost: number, products: readonly (readonly [price: number, weight: number])[]])[] = [
  [
    'tea',
    45,
    [
      [39, 90],
      [58, 80],
      [88, 60],
      [128, 40],
      [198, 22],
      [368, 8],
    ],
  ],
  [
    'coffee',
    52,
    [
      [45, 70],
      [69, 60],
      [99, 40],
      [149, 20],
      [239, 8],
    ],
  ],
  [
    'tableware',
    38,
    [
      [29, 70],
      [49, 60],
      [79, 50],
      [129, 30],
      [259, 14],
      [489, 5],
    ],
  ],
  [
    'kitchen',
    60,
    [
      [35, 50],
      [89, 40],
      [159, 26],
      [299, 12],
      [599, 5],
    ],
  ],
  [
    'textiles',
    42,
    [
      [49, 50],
      [99, 40],
      [169, 24],
      [329, 10],
    ],
  ],
  [
    'stationery',
    35,
    [
      [12, 60],
      [25, 50],
      [48, 36],
      [86, 16],
    ],
  ],
  [
    'gift',
    48,
    [
      [138, 26],
      [218, 18],
      [398, 8],
    ],
  ],
];
const DEAR = 150_00;

export const CATEGORIES: readonly string[] = RANGE.map(([category]) => category);
/** Cost of a category as a share of its list prices. */
export const COST_SHARE: Readonly<Record<string, number>> = Object.fromEntries(RANGE.map(([category, cost]) => [category, cost / 100]));

let number = 0;
export const PRODUCTS: readonly Product[] = RANGE.flatMap(([category, share, products]) =>
  products.map(([yuan, weight]) => ({
    id: `P${String(++number).padStart(3, '0')}`,
    category,
    price: yuan * 100,
    cost: Math.floor((yuan * 100 * share + 50) / 100),
    weight,
    dear: yuan * 100 >= DEAR,
  })),
);

/** Added to gift sets and never bought alone. */
export const GIFT_WRAP: Product = { id: 'P900', category: 'stationery', price: 10_00, cost: 3_50, weight: 0, dear: false };

const weights = new Map<number, readonly number[]>();

/** Cumulative weights for a customer: their favourite category three times, dear products by `premium`, gifts in season three times. */
export function productWeights(favourite: number, premium: number, gifts: boolean): readonly number[] {
  const key = (premium * CATEGORIES.length + favourite) * 2 + (gifts ? 1 : 0);
  const known = weights.get(key);
  if (known) return known;
  const factor = ({ category, dear }: Product) =>
    (category === CATEGORIES[favourite] ? 3 : 1) * (gifts && category === 'gift' ? 3 : 1) * (dear ? premium : 100);
  const sums = cumulative(PRODUCTS.map((product) => product.weight * factor(product)));
  weights.set(key, sums);
  return sums;
}
