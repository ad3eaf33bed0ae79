import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HolidayCalendar } from '../../domain/ports/holiday-calendar.ts'
import { addDays, asDay, type Clock, type Day } from '../../domain/shared/time.ts'
import { countryCode } from './country-code.ts'
import { readOverrides, type Overrides } from './read-overrides.ts'

/**
 * Public holidays as `date-holidays` knows them, with what `holidays.yaml` in the data folder adds and removes; an
 * unusable file is an error that names every fault. The library is loaded when a country is first asked for: it takes
 * a quarter of a second and some 40 MB, which a start must not wait for.
 */
export async function openHolidays(folder: string, now: Clock): Promise<HolidayCalendar> {
  const file = join(folder, 'holidays.yaml')
  const text = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null
    throw fault
  })
  const overrides: Overrides = text === null ? {} : readOverrides(text, file)
  const known = new Map<string, Promise<ReadonlySet<Day>>>()
  const of = (code: string, year: number) => {
    const key = `${code} ${year}`
    const found = known.get(key) ?? publicHolidays(code, year)
    known.set(key, found)
    return found
  }

  return {
    async in(countries) {
      const codes = [...new Set(countries.flatMap((country) => countryCode(country) ?? []))]
      const year = Number(now().slice(0, 4))
      const all = new Map<string, ReadonlySet<Day>>()
      for (const code of codes) {
        const years = await Promise.all([year - 1, year, year + 1, year + 2].map((each) => of(code, each)))
        all.set(code, new Set(years.flatMap((days) => [...days])))
      }
      return (day) =>
        codes.some((code) => {
          const { add = [], remove = [] } = overrides[code] ?? {}
          return add.includes(day) || (all.get(code)?.has(day) === true && !remove.includes(day))
        })
    },
  }
}

/** Days of a year on which a whole country rests; none where the library does not know it. */
async function publicHolidays(code: string, year: number): Promise<ReadonlySet<Day>> {
  const { default: Holidays } = await import('date-holidays')
  const found = new Holidays(code).getHolidays(year) as ReturnType<InstanceType<typeof Holidays>['getHolidays']> | false
  const days = new Set<Day>()
  for (const { type, date, start, end } of found || []) {
    const first = asDay(date.slice(0, 10))
    if (type !== 'public' || first === null) continue
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000))
    for (let at = 0; at < length; at += 1) days.add(addDays(first, at))
  }
  return days
}
