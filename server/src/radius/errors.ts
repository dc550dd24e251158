/** Something about a RADIUS client that makes no sense; its message says what would. */
export class RadiusClientError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RadiusClientError';
  }
}
