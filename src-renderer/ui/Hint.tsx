import { Tooltip } from 'antd'
import type { ReactNode } from 'react'

/** Where a number comes from: on hover and on focus. */
export function Hint({ words, children }: { readonly words: ReactNode; readonly children: ReactNode }) {
  return (
    <Tooltip title={words}>
      <button type="button" className="hinted">
        {children}
      </button>
    </Tooltip>
  )
}
