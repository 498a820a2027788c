import { useState } from 'react'
import { Link } from 'react-router'
import { count } from '../../format.ts'
import { useSentence, useText, useWord } from '../../messages/index.ts'
import { Section } from '../../ui/Page.tsx'
import { Facts, Money, Phone, StatusTag, Tag } from '../../ui/values.tsx'
import type { UnitStory } from './story-events.ts'

type Unit = { readonly unit: UnitStory }

/** When 三包 ends, part by part, with the arithmetic behind each line (domain.md §4.4.4). */
export function UnitTerms({ unit }: Unit) {
  const text = useText('customers')
  const word = useWord()
  const say = useSentence()
  const [open, setOpen] = useState<number | null>(null)
  const names = { whole: text('termWhole'), engine: text('termEngine') }
  return (
    <Section id="terms" title={text('terms')} beside={unit.policyName}>
      {unit.policyName === '' ? (
        <p className="tone-warn">! {text('noPolicy')}</p>
      ) : (
        <ul className="terms" data-rule="term">
          {unit.terms.map((term, index) => (
            <li key={`${term.scope}-${term.ref}`}>
              <button type="button" className="term" aria-expanded={open === index} onClick={() => setOpen(open === index ? null : index)}>
                <span className="term-name">
                  {term.scope === 'category' ? word('partCategory', term.ref) : term.scope === 'assembly' ? term.ref : names[term.scope]}
                </span>
                <span className="figures term-end">
                  {[
                    term.until === null ? '' : text('until', { until: term.until }),
                    term.kmLimit === null ? '' : `${count(term.kmLimit)} km`,
                  ]
                    .filter((part) => part !== '')
                    .join(' / ') || '—'}
                </span>
                <span className="spring" />
                <StatusTag table="eligibility" code={term.result} />
                <span aria-hidden>{open === index ? '▾' : '▸'}</span>
              </button>
              {open === index && (
                <ol className="term-lines figures">
                  {term.lines.map((line, nth) => (
                    <li
                      key={`${line.key}-${String(nth)}`}
                      className={line.mark === 'fail' ? 'tone-stop' : line.mark === 'ask' ? 'tone-warn' : ''}
                    >
                      {say(line)}
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Who has it, what was claimed for it. */
export function UnitMoney({ unit }: Unit) {
  const text = useText('customers')
  const { sums } = unit
  return (
    <Section id="facts" title={text('facts')}>
      <Facts
        columns={2}
        facts={[
          {
            label: text('owner'),
            value: (
              <Link className="link" to={`/customers/${unit.ownerId}`}>
                {unit.ownerName}
              </Link>
            ),
          },
          { label: text('phone'), value: <Phone value={unit.ownerPhone} /> },
          { label: text('purchasedOn'), value: unit.purchasedOn ?? '' },
          { label: text('invoiceNo'), value: <span className="mono">{unit.invoiceNo}</span> },
          { label: text('orders'), value: <span className="figures">{sums.orders}</span> },
          { label: text('repairSum'), value: <Money fen={sums.totalFen} /> },
          { label: text('claimed'), value: <Money fen={sums.claimedFen} /> },
          { label: text('approved'), value: <Money fen={sums.approvedFen} /> },
        ]}
      />
    </Section>
  )
}

/** Readings of the meter with what replaced meters had counted, and what looks wrong (V-09, V-10). */
export function UnitOdometer({ unit }: Unit) {
  const text = useText('customers')
  const total = unit.lastMileage === null ? null : unit.lastMileage + unit.mileageOffset
  const readings = unit.readings.toReversed()
  return (
    <Section id="odometer" title={text('mileage')} beside={unit.tamperFlag ? <Tag tone="stop">{text('tamperFlagWords')}</Tag> : undefined}>
      <p className="odometer-sum figures" data-rule="odometer">
        {total === null ? (
          <span className="muted">{text('mileageNone')}</span>
        ) : unit.mileageOffset === 0 ? (
          <>
            <span className="muted">{text('lastMileage')}</span> <b>{count(total)} km</b>
          </>
        ) : (
          <>
            {text('odometerSum', { reading: count(unit.lastMileage), offset: count(unit.mileageOffset) })} <b>{count(total)} km</b>
          </>
        )}
      </p>
      {readings.length > 0 && (
        <table className="readings">
          <thead>
            <tr>
              <th scope="col">{text('on')}</th>
              <th scope="col" className="cell-right">
                {text('reading')}
              </th>
              <th scope="col" className="cell-right">
                {text('totalKm')}
              </th>
              <th scope="col" className="cell-right">
                {text('perDay')}
              </th>
              <th scope="col">{text('no')}</th>
            </tr>
          </thead>
          <tbody>
            {readings.map((reading) => (
              <tr key={reading.no}>
                <td className="figures">{reading.on}</td>
                <td className="cell-right figures">{count(reading.km)}</td>
                <td className="cell-right figures">{count(reading.total)}</td>
                <td className="cell-right figures">
                  {reading.found ? <Tag tone={reading.found === 'back' ? 'stop' : 'warn'}>{reading.perDay}</Tag> : reading.perDay}
                </td>
                <td className="figures">{reading.no.slice(-11)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
