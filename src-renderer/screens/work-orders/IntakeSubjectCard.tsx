import { api } from '../../api.ts'
import { count, phone } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from '../../ui/Page.tsx'
import { FinderField } from '../../ui/fields/FinderField.tsx'
import { CustomerFieldSet, UnitFieldSet } from '../customers/SubjectFields.tsx'
import { UnitCard } from './UnitCard.tsx'
import type { IntakeHit } from './intake-subject.ts'
import type { Intake } from './use-intake.ts'

type Found = { readonly kind: 'hit'; readonly hit: IntakeHit } | { readonly kind: 'new'; readonly text: string }

/** First the search; then who and what was found, or the fields of a new customer and unit. */
export function IntakeSubjectCard({ intake, orderCount }: { readonly intake: Intake; readonly orderCount: number | null }) {
  const text = useText('workOrders')
  const { subject, typed } = intake
  const another = (
    <Button size="small" hotkey="F2" onClick={intake.forget}>
      {text('another')}
    </Button>
  )
  if (subject.kind === 'known' && subject.hit.unit)
    return (
      <UnitCard
        customer={subject.hit.customer}
        unit={subject.hit.unit}
        lastMileage={subject.hit.unit.lastMileage}
        orderCount={orderCount}
        actions={another}
      />
    )
  if (subject.kind === 'known') {
    return (
      <div className="order-subject">
        <UnitCard customer={subject.hit.customer} unit={null} lastMileage={null} orderCount={null} actions={another} />
        <Section id="new-unit" title={text('newUnit')}>
          <UnitFieldSet form={typed} />
        </Section>
      </div>
    )
  }
  if (subject.kind === 'new') {
    return (
      <div className="order-subject">
        <Section id="new-customer" title={text('newCustomer')} actions={another}>
          <CustomerFieldSet form={typed} />
        </Section>
        <Section id="new-unit" title={text('newUnit')}>
          <UnitFieldSet form={typed} />
        </Section>
      </div>
    )
  }
  const search = async (asked: string): Promise<readonly Found[]> => {
    const hits = await api.customers.find({ text: asked, limit: 10 })
    return [...hits.map((hit): Found => ({ kind: 'hit', hit })), { kind: 'new', text: asked }]
  }
  return (
    <Section id="subject" title={text('subject')}>
      <FinderField<Found>
        name="search"
        label={text('searchLabel')}
        value=""
        autoFocus
        stay
        placeholder={text('searchPlaceholder')}
        hint={text('searchFieldHint')}
        search={search}
        hitOf={(found) =>
          found.kind === 'new'
            ? { key: 'new', title: text('newHit', { text: found.text }), detail: text('newHitDetail') }
            : hitWords(found.hit, text('withoutUnit'), (orders) => text('ordersOf', { count: orders }))
        }
        onPick={(found) => (found.kind === 'new' ? intake.takeNew(found.text) : intake.take(found.hit))}
      />
    </Section>
  )
}

function hitWords({ customer, unit }: IntakeHit, withoutUnit: string, ordersOf: (count: string) => string) {
  const title = [unit?.plateNo ?? '', customer.name].filter((part) => part !== '').join('  ')
  const detail = [
    phone(customer.phone),
    unit === null ? withoutUnit : unit.modelName,
    ordersOf(count(customer.orderCount)),
    customer.address,
  ]
  return {
    key: `${customer.id}-${unit?.id ?? 0}`,
    title,
    detail: detail.filter((part) => part !== '').join(' · '),
    ...(unit ? { frameNo: unit.frameNo, code: unit.frameNo } : {}),
  }
}
