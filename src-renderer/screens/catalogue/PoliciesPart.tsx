import { limitScope, partCategory } from '#domain/words'
import { useApiQuery, type ApiOutput } from '../../api.ts'
import { count } from '../../format.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { Table } from '../../ui/Table.tsx'
import { Facts, Tag } from '../../ui/values.tsx'

type Policy = ApiOutput<'catalogue', 'policies'>[number]
type Limit = Policy['limits'][number]

/** The manufacturers' policies with their limits, to be read. */
export function PoliciesPart() {
  const text = useText('catalogue')
  const { data: policies, error } = useApiQuery('catalogue', 'policies', {})
  const { data: makers } = useApiQuery('catalogue', 'manufacturers', {})
  if (error) return <Notice refusal={error} />
  if (!policies) return <Loading />
  if (policies.length === 0) return <Empty title={text('policiesNone')} hint={text('policyHint')} />
  return (
    <>
      <Message tone="wait">{text('policyHint')}</Message>
      {policies.map((policy) => <PolicyCard key={policy.id} policy={policy} maker={makers?.find(({ id }) => id === policy.manufacturerId)?.name ?? ''} />)}
    </>
  )
}

function PolicyCard({ policy: { id, code, name, basis, validFrom, validTo, limits }, maker }: { readonly policy: Policy; readonly maker: string }) {
  const text = useText('catalogue')
  const word = useWord()
  const noLimit = <span className="faint">{text('noLimit')}</span>
  // A limit by category names it with its code, one by part with the part's number.
  const refOf = ({ scope, scopeRef }: Limit) => (scope === 'category' && scopeRef in partCategory ? word('partCategory', scopeRef) : scopeRef)
  return (
    <Section id={`policy-${id}`} title={name} beside={<span className="mono">{code}</span>}>
      <Facts columns={2} facts={[{ label: text('validity'), value: validTo === null ? text('from', { from: validFrom }) : text('fromTo', { from: validFrom, to: validTo }) }, { label: text('maker'), value: maker }, { label: text('basis'), value: basis, wide: true }]} />
      <div className="policy-limits">
        <Table
          label={name} rows={limits} rowKey={(_, index) => index} empty={text('limitsNone')}
          columns={[
            { key: 'scope', title: text('scope'), width: 110, render: ({ scope }) => (scope in limitScope ? word('limitScope', scope) : scope) }, { key: 'ref', title: text('scopeRef'), width: 150, render: refOf },
            { key: 'months', title: text('limitMonths'), width: 90, right: true, render: ({ months, exclude }) => (exclude ? '' : months ?? noLimit) }, { key: 'km', title: text('limitKm'), width: 100, right: true, render: ({ km, exclude }) => (exclude ? '' : km === null ? noLimit : count(km)) },
            { key: 'exclude', title: text('exclude'), width: 80, render: ({ exclude }) => exclude && <Tag tone="stop">{text('exclude')}</Tag> }, { key: 'note', title: text('limitNote'), wrap: true, render: ({ note }) => note },
          ]}
        />
      </div>
    </Section>
  )
}
