import type { ReactNode } from 'react'
import { fen } from '#domain/money'
import { agreedVia, codesOf } from '#domain/words'
import { money } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { EditableGrid, type LineColumn } from '../../ui/EditableGrid.tsx'
import { InstantField } from '../../ui/fields/InstantField.tsx'
import { DateField, TextField, WordField } from '../../ui/fields/fields.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { Section } from '../../ui/Page.tsx'
import type { RequestDetail } from './request-words.ts'
import type { RequestEditor } from './use-request.ts'

const noPrice = fen(0)

type Line = RequestDetail['lines'][number]
type Props = { readonly detail: RequestDetail; readonly editor: RequestEditor; readonly actions: ReactNode }

function useColumns(isOpen: boolean): readonly LineColumn<Line>[] {
  const text = useText('requests')
  const behind = (value: number, before: number) =>
    value === 0 ? (
      <span className="faint">—</span>
    ) : value < before ? (
      <span className="tone-warn">
        {value} · {text('short', { count: before - value })}
      </span>
    ) : (
      value
    )
  return [
    { field: 'partCode', title: text('partCode'), kind: 'text', editable: false, width: 150 },
    { field: 'partName', title: text('partName'), kind: 'text', editable: false },
    { field: 'unit', title: text('unit'), kind: 'text', editable: false, width: 52 },
    { field: 'qtyRequested', title: text('asked'), kind: 'number', editable: isOpen, min: 1, max: 999, width: 64 },
    {
      field: 'qtySent',
      title: text('sent'),
      kind: 'number',
      editable: false,
      width: 92,
      render: (line) => behind(line.qtySent, line.qtyRequested),
    },
    {
      field: 'qtyReceived',
      title: text('received'),
      kind: 'number',
      editable: false,
      width: 92,
      render: (line) => behind(line.qtyReceived, line.qtySent),
    },
    {
      field: 'qtyFitted',
      title: text('fitted'),
      kind: 'number',
      editable: false,
      width: 64,
      render: (line) => (line.qtyFitted === 0 ? <span className="faint">—</span> : line.qtyFitted),
    },
    { field: 'unitPriceFen', title: text('price'), kind: 'money', editable: false, width: 84, shown: (line) => money(line.unitPriceFen) },
    { field: 'note', title: text('lineNote'), kind: 'text', maxLength: 80, editable: isOpen, width: 180 },
  ]
}

/** 征得同意, 收货 and the parts; open until it is sent, read the same way afterwards. */
export function RequestForm({ detail, editor, actions }: Props) {
  const text = useText('requests')
  const {
    form: { control, watch, setValue },
    isOpen,
    save,
  } = editor
  const columns = useColumns(isOpen)
  const lines = watch('lines')
  const paper = detail.papers.find(({ status }) => status === 'issued')
  return (
    <Form
      label={text('request')}
      readOnly={!isOpen}
      frozen={paper === undefined || isOpen ? null : { by: paper.number, fields: null }}
      onSubmit={() => void save()}
    >
      <div className="request-columns">
        <Section id="agreement" fields={['agreedBy']} title={text('agreement')}>
          <FieldGrid columns={2}>
            <TextField
              control={control}
              name="agreedBy"
              label={text('agreedBy')}
              maxLength={60}
              hint={text('agreedHint')}
              autoFocus={isOpen && detail.agreedBy === ''}
            />
            <WordField control={control} name="agreedVia" label={text('agreedVia')} table="agreedVia" codes={codesOf(agreedVia)} empty />
            <InstantField control={control} name="agreedAt" label={text('agreedAt')} />
            <DateField control={control} name="neededOn" label={text('neededOn')} />
          </FieldGrid>
        </Section>
        <Section id="delivery" fields={['receiver']} title={text('delivery')}>
          <FieldGrid columns={2}>
            <TextField control={control} name="receiver" label={text('receiver')} maxLength={60} />
            <TextField control={control} name="receiverPhone" label={text('receiverPhone')} maxLength={30} inputMode="tel" />
            <TextField control={control} name="shipTo" label={text('shipTo')} maxLength={80} />
            <TextField control={control} name="shipMethod" label={text('shipMethod')} maxLength={30} placeholder={text('shipMethodHint')} />
          </FieldGrid>
        </Section>
      </div>
      <Section
        id="lines"
        fields={['lines']}
        title={text('lines')}
        beside={detail.waybillNo !== '' && `${text('waybill')} ${detail.waybillNo}`}
        actions={actions}
      >
        <EditableGrid<Line>
          name="lines"
          label={text('lines')}
          columns={columns}
          lines={lines}
          readOnly={!isOpen}
          maxLines={lines.length}
          onChange={(next) => setValue('lines', next, { shouldDirty: true })}
          newLine={() => ({
            id: null,
            workOrderPartLineId: null,
            partId: null,
            partCode: '',
            partName: '',
            unit: '',
            qtyRequested: 1,
            qtySent: 0,
            qtyReceived: 0,
            qtyFitted: 0,
            unitPriceFen: noPrice,
            note: '',
          })}
        />
        <TextField control={control} name="note" label={text('note')} maxLength={200} />
      </Section>
    </Form>
  )
}
