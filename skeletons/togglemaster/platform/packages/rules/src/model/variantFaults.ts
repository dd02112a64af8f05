import type { FlagType, VariantValue } from './flag.ts';

/** The variants whose value is not of the flag's type. */
export function variantFaults(
  type: FlagType,
  variants: Record<string, VariantValue>,
): { variant: string; message: string }[] {
  return Object.entries(variants)
    .filter(([, value]) => typeof value !== type)
    .map(([variant, value]) => ({
      variant,
      message: `is ${typeof value}, but the flag is ${type}`,
    }));
}
