import { Link, useNavigate } from 'react-router'
import { useAsked } from '../../frame/use-asked.ts'
import { dayTime, money } from '../../format.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Section } from '../../ui/Page.tsx'
import { StepHistory } from '../../ui/StepHistory.tsx'
import { Table } from '../../ui/Table.tsx'
import { Facts, StatusTag } from '../../ui/values.tsx'
import { eventWord, kilograms, type ManifestDetail, type Piece } from './part-words.ts'

/** A sealed manifest: what lies in which box, how it went, its papers, its history. */
export function ManifestContents({ manifest, onPaper }: { readonly manifest: ManifestDetail; readonly onPaper: (id: number) => void }) {
  const text = useText('oldParts')
  const word = useWord()
  const navigate = useNavigate()
  const [opened, setOpened] = useAsked('piece')
  const { boxes, papers, history } = manifest
  const rows = boxes.flatMap(({ pieces }) => pieces)
  return (
    <div className="manifest">
      <div className="manifest-main">
        <Table<Piece>
          label={text('contents')}
          rows={rows}
          rowKey={({ id }) => id}
          autoFocus
          chosenKey={opened === '' ? null : Number(opened)}
          onOpen={({ id }) => {
            setOpened(String(id))
            void navigate(`/old-parts?part=${id}`)
          }}
          empty={text('boxEmpty')}
          columns={[
            { key: 'box', title: text('box'), width: 56, right: true, render: (row) => row.boxNo },
            { key: 'label', title: text('labelNo'), width: 108, render: (row) => <span className="mono">{row.labelNo}</span> },
            { key: 'part', title: text('part'), wrap: true, render: (row) => row.partName },
            { key: 'code', title: text('partCode'), width: 116, render: (row) => <span className="mono">{row.partCode}</span> },
            {
              key: 'order',
              title: text('order'),
              width: 166,
              render: (row) => (
                <Link className="link figures" to={`/work-orders/${row.workOrderId}`}>
                  {row.workOrderNo}
                </Link>
              ),
            },
            {
              key: 'status',
              title: text('status'),
              width: 136,
              render: (row) => <StatusTag table="returnedPartStatus" code={row.status} />,
            },
          ]}
        />
        <Section id="history" title={text('history')}>
          <StepHistory rows={history} eventWord={(event) => eventWord(event, text)} />
        </Section>
      </div>
      <div className="manifest-side">
        <Section id="facts" title={text('facts')}>
          <Facts
            facts={[
              { label: text('goesTo'), value: manifest.manufacturerName, wide: true },
              { label: text('method'), value: word('shipMethod', manifest.method) },
              { label: text('carrier'), value: manifest.carrier },
              { label: text('waybill'), value: manifest.waybillNo === '' ? '' : <span className="mono">{manifest.waybillNo}</span> },
              { label: text('freight'), value: `${money(manifest.freightFen)} ${word('payMode', manifest.payMode)}` },
              { label: text('packer'), value: manifest.packer },
              { label: text('preparedBy'), value: manifest.preparedBy },
              { label: text('sealedAt'), value: dayTime(manifest.sealedAt) },
              { label: text('shippedAt'), value: dayTime(manifest.shippedAt) },
              ...boxes.map((box) => ({
                label: text('openBox', { no: box.boxNo }),
                value: [
                  text('boxPieces', { count: box.pieces.length }),
                  box.weightGrams === null ? '' : `${kilograms(box.weightGrams)} kg`,
                  box.size,
                  box.packing,
                ]
                  .filter((part) => part !== '')
                  .join(' · '),
                wide: true,
              })),
              { label: text('note'), value: manifest.note, wide: true },
            ]}
          />
        </Section>
        <Section id="papers" title={text('papers')}>
          {papers.length === 0 && <p className="muted">{text('papersNone')}</p>}
          {papers.map((paper) => (
            <p key={paper.id}>
              <button type="button" className="link figures" onClick={() => onPaper(paper.id)}>
                {paper.form} {paper.number}
              </button>{' '}
              <StatusTag table="paperStatus" code={paper.status} /> <span className="muted figures">{dayTime(paper.issuedAt)}</span>
            </p>
          ))}
        </Section>
      </div>
    </div>
  )
}
