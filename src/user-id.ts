/** A user id as it is sent and stored: trimmed, NFKC, the domain of an address in lower case. */
export function canonicalUserId(userId: string): string {
  const plain = userId.normalize('NFKC').trim();
  const at = plain.lastIndexOf('@');
  return at === -1 ? plain : plain.slice(0, at) + plain.slice(at).toLowerCase();
}

/** Whether two user ids mean one user, however a server folds their case. */
export function sameUser(one: string, other: string): boolean {
  return canonicalUserId(one).toLowerCase() === canonicalUserId(other).toLowerCase();
}
