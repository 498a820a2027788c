import { useNavigate } from 'react-router'
import { useApiQuery } from '../../api.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { SelectInput } from '../../ui/fields/SelectInput.tsx'

/** 填写表单…: the forms about a vehicle, each begun with what this order knows. */
export function FormChoice({ workOrderId, manufacturerId }: { readonly workOrderId: number; readonly manufacturerId: number }) {
  const text = useText('forms')
  const names = useText('formNames')
  const navigate = useNavigate()
  const mayFill = useMay('fillForm')
  const { data = [] } = useApiQuery('forms', 'catalogue', { manufacturerId })
  const offered = data.filter(({ isOfCase, isOn }) => isOfCase && isOn)
  if (!mayFill || offered.length === 0) return null
  return (
    <div className="form-choice">
      <SelectInput
        aria-label={text('fillFor')}
        placeholder={text('fillFor')}
        value={null}
        choices={offered.map(({ form }) => ({ value: form, label: `${form} ${names(form)}` }))}
        onChange={(form) => {
          if (form !== null) void navigate(`/forms/${form}/new?order=${workOrderId}`)
        }}
      />
    </div>
  )
}
