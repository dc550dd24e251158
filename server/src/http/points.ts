import { MpinError, validateG1 } from '../protocol.ts';
import { invalidParameters } from '../core/errors.ts';

/**
 * A point of G1 in lower-case hex: canonical, on the curve, not the point at infinity.
 *
 * @param name - the field's name on the wire
 * @throws PlatformError INVALID_REQUEST_PARAMETERS
 */
export function requireG1(name: string, hex: string): string {
  const point = hex.toLowerCase();
  try {
    validateG1(point);
  } catch (error) {
    if (error instanceof MpinError) throw invalidParameters(name);
    throw error;
  }
  return point;
}
