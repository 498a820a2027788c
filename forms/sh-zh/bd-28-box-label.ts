import type { FillContent } from '#domain/form-fill'
import { field } from '../filled.ts'
import { filledLabelFor } from '../filled-label.ts'

const caption = 20
const wide = { width: 142, height: 9, captionMm: caption, size: 11 }
const third = { y: 75, height: 9, captionMm: 17, size: 11 }
/** The code stands at the right of the title and the number of the shipment. */
const besideCode = 112

/** SH-ZH/BD—28 三包旧件包装箱标签（箱唛） (domain.md F28, proposed), one on top and one on a side of each box. */
export const boxLabel = filledLabelFor({
  id: 'F28',
  version: 1,
  profiles: ['LBL150x100', 'A4L-4up', 'grid'],
  words: {
    title: ['三包旧件'],
    code: 'SH-ZH/BD—28',
    numberCode: 'BD28',
    note: '',
    copies: [
      { key: 'top', label: '箱顶', stripe: 'white' },
      { key: 'side', label: '箱侧', stripe: 'white' },
    ],
    signatories: [],
  },
  qr: {
    x: 113,
    y: 1,
    size: 28,
    payload: ({ values: { returnNo, boxNo } }) =>
      typeof returnNo === 'string' && returnNo !== '' && typeof boxNo === 'number' ? `${returnNo}/${boxNo}` : '',
  },
  cells: [
    {
      x: 0,
      y: 0,
      width: besideCode,
      height: 18,
      value: (_, place) => place.words.title.join(' '),
      printed: true,
      size: 30,
      bold: true,
      align: 'centre',
    },
    { x: besideCode, y: 0, width: 30, height: 30 },
    {
      x: 0,
      y: 18,
      width: besideCode,
      height: 12,
      caption: '返回单号',
      captionMm: caption,
      size: 13,
      bold: true,
      fields: [field('returnNo', '返回单号', 'text', { required: true })],
    },
    { x: 0, y: 30, ...wide, caption: '收货单位', fields: [field('receiverName', '收货单位', 'text', { max: 60, required: true })] },
    {
      x: 0,
      y: 39,
      ...wide,
      caption: '地址/电话',
      pattern: '{receiverAddress}　{receiverPhone}',
      fields: [field('receiverAddress', '收货地址', 'text', { max: 80 }), field('receiverPhone', '收货电话', 'text', { max: 20 })],
    },
    {
      x: 0,
      y: 48,
      ...wide,
      caption: '发货单位/站代码',
      pattern: '{stationName}　{stationCode}',
      fields: [field('stationName', '发货单位', 'text', { max: 60, required: true }), field('stationCode', '站代码', 'text', { max: 20 })],
    },
    {
      x: 0,
      y: 57,
      width: 71,
      height: 9,
      captionMm: caption,
      size: 11,
      caption: '经办人/电话',
      pattern: '{packedBy}　{stationPhone}',
      fields: [field('packedBy', '经办人', 'text', { max: 20 }), field('stationPhone', '电话', 'text', { max: 20 })],
    },
    {
      x: 71,
      y: 57,
      width: 71,
      height: 9,
      captionMm: caption,
      size: 11,
      caption: '旧件月份',
      fields: [field('period', '旧件月份', 'text', { max: 20 })],
    },
    {
      x: 0,
      y: 66,
      ...wide,
      size: 14,
      bold: true,
      caption: '箱号',
      pattern: '第 {boxNo} 箱 / 共 {boxes} 箱',
      fields: [field('boxNo', '箱号', 'count', { required: true }), field('boxes', '共几箱', 'count', { required: true })],
    },
    { x: 0, ...third, width: 45, caption: '箱内件数', fields: [field('pieces', '箱内件数', 'count', { unit: '件' })] },
    { x: 45, ...third, width: 45, caption: '毛重', fields: [field('grossKg', '毛重', 'tenths', { unit: 'kg' })] },
    { x: 90, ...third, width: 52, caption: '发运日期', fields: [field('shippedOn', '发运日期', 'date')] },
    { x: 0, y: 84, width: 62, height: 8, size: 12, fields: [field('care', '注意', 'choices', { options: ['易碎', '油污'] })] },
    { x: 62, y: 84, width: 24, height: 8, size: 9, value: (_, place) => place.words.code, printed: true, open: true },
    { x: 86, y: 84, width: 56, height: 8, size: 9, align: 'right', value: (_, place) => place.number, open: true },
  ],
})

export const boxLabelSample: FillContent = {
  values: {
    returnNo: 'SD0731-BD31-202611-0001',
    receiverName: '售后服务部三包件仓库',
    receiverAddress: '山东省济南市长清区工业园区海棠路 66 号',
    receiverPhone: '0531-8722 6600',
    stationName: '济南历下顺达摩托车维修服务站',
    stationCode: 'SD0731',
    packedBy: '陈晓丽',
    stationPhone: '0531-8612 3456',
    period: '2026年11月',
    boxNo: 1,
    boxes: 2,
    pieces: 19,
    grossKg: 282,
    shippedOn: '2026-11-11',
    care: ['油污'],
  },
  tables: {},
}
