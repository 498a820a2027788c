import { useEffect, useState } from 'react'
import type { AppError } from '#domain/errors'
import type { PaperLook } from '#domain/paper-stock'
import { api, refusalOf, type ApiInput, type ApiOutput } from '../../api.ts'

type Drawn = ApiOutput<'forms', 'preview'>

const pause = 600

/** The real pages of what is being typed, a moment after the last key; the former ones stay until then. */
export function usePreview({
  form,
  manufacturerId,
  content,
  options,
}: ApiInput<'forms', 'preview'> & { readonly options: PaperLook | undefined }) {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const isFirst = drawn === null
  useEffect(() => {
    let wanted = true
    const draw = () => {
      if (options === undefined) return
      api.forms.preview({ form, manufacturerId, content, options }).then(
        (file) => {
          if (!wanted) return
          setDrawn(file)
          setError(null)
        },
        (failure: unknown) => {
          if (wanted) setError(refusalOf(failure))
        },
      )
    }
    const timer = setTimeout(draw, isFirst ? 0 : pause)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the first pages are drawn at once; that they are there is no reason to draw anew
  }, [form, manufacturerId, content, options])
  return { drawn, error }
}
