type Values = Record<string, unknown>;

/** Values with others over them, as Helm lays them: objects are merged, anything else is replaced. */
export function mergeDeep(under: Values, over: Values): Values {
  return Object.entries(over).reduce<Values>((merged, [key, value]) => {
    const below = merged[key];
    return {
      ...merged,
      [key]:
        isObject(value) && isObject(below) ? mergeDeep(below, value) : value,
    };
  }, under);
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
