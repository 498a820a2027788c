import { describe, expect, test } from 'vitest'
import { readAttachmentName } from '#domain/attachment'

describe('the name of an attachment', () => {
  test.each([
    ['故障 照片.JPG', '故障 照片.JPG'],
    ['C:\\用户\\桌面\\照片.png', '照片.png'],
    ['../../etc/passwd.jpg', 'passwd.jpg'],
    ['a:b*c?.pdf', 'abc.pdf'],
    ['.jpg', 'jpg'],
    ['', '附件'],
    [`${'长'.repeat(200)}.png`, `${'长'.repeat(68)}.png`],
  ])('%j becomes %j', (given, wanted) => expect(readAttachmentName(given)).toBe(wanted))
})
