/** A fault was asked for that does not exist, or with a value it does not take. */
export class FaultSpecError extends TypeError {
  override readonly name = 'FaultSpecError';
}
