export * from './describe-recipe.ts';
export * from './link-codec.ts';
export * from './recipe.ts';
