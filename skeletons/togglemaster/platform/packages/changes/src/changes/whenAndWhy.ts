import { plainText } from '@togglemaster/rules';
import { z } from 'zod';

/** Query parameters of every route that changes something. */
export const whenAndWhy = z.object({
  /** RFC 3339; the change happens then. */
  applyAt: z.iso.datetime({ offset: true }).optional(),
  /** For whoever approves it. */
  note: plainText(500).optional(),
});
