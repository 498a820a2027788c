import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

const keyBytes = 32
// 16 MiB and about 40 ms here: slow enough to guess against, quick enough for a shared counter PC
const cost = { N: 16_384, r: 8, p: 1 }

/** `scrypt$salt$key`, both base64url. */
export function hashPin(pin: string): string {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64url')}$${scryptSync(pin, salt, keyBytes, cost).toString('base64url')}`
}

export function pinMatches(pin: string, stored: string): boolean {
  const [kind, salt = '', key = ''] = stored.split('$')
  if (kind !== 'scrypt') return false
  const expected = Buffer.from(key, 'base64url')
  const actual = scryptSync(pin, Buffer.from(salt, 'base64url'), keyBytes, cost)
  return expected.byteLength === actual.byteLength && timingSafeEqual(actual, expected)
}
