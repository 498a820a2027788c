import { useWatch } from 'react-hook-form'
import { offered } from '#domain/catalogue'
import { codesOf, customerKind, usage } from '#domain/words'
import { api, useApiQuery, type ApiOutput } from '../../api.ts'
import { useText, useWord } from '../../messages/index.ts'
import { FieldGrid } from '../../ui/Form.tsx'
import { DateField, SelectField, TextField, TickField, WordField } from '../../ui/fields/fields.tsx'
import { FinderField } from '../../ui/fields/FinderField.tsx'
import type { SubjectForm } from './subject-form.ts'

type Props = { readonly form: SubjectForm; readonly autoFocus?: boolean; readonly columns?: number }

export function CustomerFieldSet({ form: { control }, autoFocus = false }: Props) {
  const text = useText('customers')
  const kind = useWatch({ control, name: 'customer.kind' })
  return (
    <FieldGrid columns={5}>
      <TextField control={control} name="customer.name" label={text('name')} maxLength={60} autoFocus={autoFocus} />
      <TextField control={control} name="customer.phone" label={text('phone')} maxLength={30} inputMode="tel" />
      <TextField control={control} name="customer.address" label={text('address')} maxLength={80} span={2} />
      <WordField control={control} name="customer.kind" label={text('kind')} table="customerKind" codes={codesOf(customerKind)} />
      <TextField control={control} name="customer.phone2" label={text('phone2')} maxLength={30} inputMode="tel" />
      <TextField
        control={control}
        name="customer.contactName"
        label={text('contactName')}
        maxLength={60}
        {...(kind === 'person' ? {} : { hint: text('contactHint') })}
      />
      <TextField control={control} name="customer.note" label={text('note')} maxLength={200} span={2} />
      <TickField control={control} name="customer.otherPhone" label={text('otherPhone')} words={text('otherPhoneWords')} />
    </FieldGrid>
  )
}

type Model = ApiOutput<'catalogue', 'models'>[number]

export function UnitFieldSet({ form, autoFocus = false, columns = 5 }: Props) {
  const text = useText('customers')
  const word = useWord()
  const { control, setValue } = form
  const makerId = useWatch({ control, name: 'unit.manufacturerId' })
  const { data: makers } = useApiQuery('catalogue', 'manufacturers', {})
  const manufacturers = makers && offered(makers, makerId)
  const modelName = useWatch({ control, name: 'unit.modelName' })
  const change = { shouldDirty: true, shouldTouch: true, shouldValidate: true } as const
  const take = (model: Model) => {
    setValue('unit.modelId', model.id, change)
    setValue('unit.modelName', model.name, change)
    setValue('unit.manufacturerId', model.manufacturerId, change)
  }
  const free = (typed: string) => {
    setValue('unit.modelId', null, change)
    setValue('unit.modelName', typed, change)
  }
  return (
    <FieldGrid columns={columns}>
      <FinderField<Model>
        name="unit.modelName"
        label={text('model')}
        value={modelName}
        autoFocus={autoFocus}
        placeholder={text('modelHint')}
        search={(typed) => api.catalogue.models({ text: typed, manufacturerId: null, limit: 12 })}
        hitOf={(model) => ({
          key: String(model.id),
          title: model.name,
          code: model.code,
          detail: `${model.code} · ${word('modelCategory', model.category)}`,
        })}
        onPick={take}
        onFree={free}
        onEmpty={() => free('')}
      />
      <TextField control={control} name="unit.frameNo" label={text('frameNo')} maxLength={20} upperCase mono />
      <TextField control={control} name="unit.plateNo" label={text('plateNo')} maxLength={12} upperCase />
      <TextField control={control} name="unit.engineNo" label={text('engineNo')} maxLength={25} upperCase mono />
      <DateField control={control} name="unit.purchasedOn" label={text('purchasedOn')} />
      <TextField control={control} name="unit.invoiceNo" label={text('invoiceNo')} maxLength={40} upperCase mono />
      <TextField control={control} name="unit.warrantyCardNo" label={text('warrantyCardNo')} maxLength={40} upperCase mono />
      <DateField control={control} name="unit.manufacturedOn" label={text('manufacturedOn')} />
      <DateField control={control} name="unit.deliveredOn" label={text('deliveredOn')} />
      <WordField control={control} name="unit.usage" label={text('usage')} table="usage" codes={codesOf(usage)} />
      <TextField control={control} name="unit.sellerName" label={text('sellerName')} maxLength={60} span={2} />
      <TextField control={control} name="unit.color" label={text('color')} maxLength={20} />
      <TickField control={control} name="unit.legacyFrame" label={text('legacyFrame')} words={text('legacyFrameWords')} />
      <TickField control={control} name="unit.tamperFlag" label={text('tamperFlag')} words={text('tamperFlagWords')} />
      {(manufacturers?.length ?? 0) > 1 && (
        <SelectField
          control={control}
          name="unit.manufacturerId"
          label={text('manufacturer')}
          choices={(manufacturers ?? []).map(({ id, shortName, name }) => ({ value: id, label: shortName === '' ? name : shortName }))}
        />
      )}
    </FieldGrid>
  )
}
