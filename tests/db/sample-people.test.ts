import { describe, expect, it } from 'vitest'
import { codesOf, role } from '#domain/words'
import { users, station, holidays, names } from './sample-files.ts'

const missing = (wanted: readonly string[], known: readonly string[]): string[] => {
  const set = new Set(known)
  return [...new Set(wanted)].filter((code) => !set.has(code))
}
const repeated = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index)

describe('people, calendar and names', () => {
  it('staff every role and let a second clerk confirm', () => {
    const perRole = (wanted: string): number => users.filter((user) => user.role === wanted).length
    expect(codesOf(role).filter((code) => perRole(code) === 0)).toEqual([])
    expect(perRole('claimClerk')).toBeGreaterThanOrEqual(2)
  })

  it('carry a tax number with a true check character (GB 32100)', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const sum = Array.from(station.taxNo.slice(0, 17)).reduce((total, sign, index) => total + alphabet.indexOf(sign) * (3 ** index % 31), 0)
    expect(station.taxNo.at(17)).toBe(alphabet[(31 - (sum % 31)) % 31])
  })

  it('shift work only to weekends and never onto a holiday', () => {
    const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()
    expect({
      weekdays: holidays.workdays.filter((date) => ![0, 6].includes(weekday(date))),
      both: holidays.workdays.filter((date) => holidays.holidays.includes(date)),
      twice: repeated([...holidays.holidays, ...holidays.workdays]),
      unconfirmed: holidays.years.filter((year) => !year.confirmed).map((year) => year.year),
    }).toEqual({ weekdays: [], both: [], twice: [], unconfirmed: [2027] })
  })

  it('include rare characters beyond the basic plane and seasons for every system once', () => {
    expect(missing(['喆', '犇', '赟', '䶮', '𬭎', '堃', '㛃'], names.givenRare)).toEqual([])
    expect(repeated(names.seasons.map((season) => season.system))).toEqual([])
  })
})
