import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import * as z from 'zod';

/*
 * DynamoDB charges by the kilobyte, and what we keep repeats the same words: packed it is a third as large.
 */

/** A text shorter than this is within the kilobyte that is charged anyway. */
const worthPacking = 600;

const textMode = constants.BROTLI_MODE_TEXT;

/** A text as it is kept: packed, unless it is short. */
export const packedText = (text: string): string | Uint8Array =>
  text.length < worthPacking
    ? text
    : brotliCompressSync(text, {
        // Slower ones take ten times as long for a tenth.
        params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: textMode },
      });

/** A text that was kept, packed or not. */
export const keptText = z
  .union([z.string(), z.instanceof(Uint8Array)])
  .transform((kept, context): string => {
    if (typeof kept === 'string') return kept;
    try {
      return brotliDecompressSync(kept).toString('utf8');
    } catch {
      context.addIssue({ code: 'custom', message: 'cannot be unpacked' });
      return z.NEVER;
    }
  });
