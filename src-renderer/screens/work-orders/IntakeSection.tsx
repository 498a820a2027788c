import { useController, useWatch } from 'react-hook-form'
import { offered } from '#domain/catalogue'
import { orderParts } from '#domain/order-rights'
import { codesOf, channel, nature, repairType, solution, urgency } from '#domain/words'
import { useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { FieldGrid } from '../../ui/Form.tsx'
import { Section } from '../../ui/Page.tsx'
import { NumberField, SelectField, TextAreaField, TextField, WordField } from '../../ui/fields/fields.tsx'
import { InstantField } from '../../ui/fields/InstantField.tsx'
import type { OrderForm } from './order-form.ts'

type Props = {
  readonly form: OrderForm
  /** earlier orders of the unit, to name the one a 返修 goes back to */
  readonly earlier: readonly { readonly id: number; readonly no: string; readonly customerStatement: string }[]
}

/** 接车: what the counter asks. The three fields that every intake needs come first. */
export function IntakeSection({ form, earlier }: Props) {
  const text = useText('workOrders')
  const { control } = form
  const { data: technicians } = useApiQuery('station', 'technicians', {})
  const technicianId = useWatch({ control, name: 'technicianId' })
  const atWork = technicians && offered(technicians, technicianId)
  const kind = useController({ control, name: 'repairType' }).field.value
  const repeatOf = useController({ control, name: 'repeatOfId' }).field.value
  return (
    <Section id="intake" fields={orderParts.intake.fields} title={text('intake')}>
      <FieldGrid columns={5}>
        <NumberField control={control} name="mileage" label={text('mileage')} suffix="km" />
        <SelectField
          control={control}
          name="technicianId"
          label={text('technician')}
          empty
          {...(atWork?.length === 0 ? { hint: text('techniciansNone') } : {})}
          choices={(atWork ?? []).map(({ id, name, teamName }) => ({
            value: id,
            label: teamName === '' ? name : `${name} · ${teamName}`,
          }))}
        />
        <TextAreaField control={control} name="customerStatement" label={text('customerStatement')} maxLength={200} rows={1} span={3} />
        <WordField control={control} name="repairType" label={text('repairType')} table="repairType" codes={codesOf(repairType)} />
        <WordField control={control} name="nature" label={text('nature')} table="nature" codes={codesOf(nature)} />
        <WordField control={control} name="channel" label={text('channel')} table="channel" codes={codesOf(channel)} />
        <WordField control={control} name="urgency" label={text('urgency')} table="urgency" codes={codesOf(urgency)} />
        <WordField control={control} name="solution" label={text('solution')} table="solution" codes={codesOf(solution)} />
        <InstantField control={control} name="reportedAt" label={text('reportedAt')} />
        <InstantField control={control} name="receivedAt" label={text('receivedAt')} />
        <InstantField control={control} name="expectedAt" label={text('expectedAt')} atDay="17:00" />
        <TextField control={control} name="senderName" label={text('senderName')} maxLength={60} />
        <TextField control={control} name="senderPhone" label={text('senderPhone')} maxLength={30} inputMode="tel" />
        <TextField control={control} name="oemNo" label={text('oemNo')} maxLength={40} upperCase mono />
        <TextField
          control={control}
          name="note"
          label={text('note')}
          maxLength={200}
          span={kind === 'rework' || repeatOf !== null ? 2 : 4}
        />
        {(kind === 'rework' || repeatOf !== null) && (
          <SelectField
            control={control}
            name="repeatOfId"
            label={text('repeatOf')}
            empty
            span={2}
            choices={earlier.map(({ id, no, customerStatement }) => ({ value: id, label: `${no} ${customerStatement}` }))}
          />
        )}
      </FieldGrid>
    </Section>
  )
}
