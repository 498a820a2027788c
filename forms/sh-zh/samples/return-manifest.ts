import { localDate } from '#domain/dates'
import { defaultMakerWords } from '../../words.ts'
import type { ManifestLine, ReturnManifestPaper } from '../bd-31-return-manifest.ts'

function line(no: number, partCode: string, partName: string, supplier: string, faultDesc: string, boxNo: string): ManifestLine {
  return {
    voucherNo: `SD0731-BD16-202611-${String(no).padStart(4, '0')}`,
    model: 'QM150-3A',
    frameNo: `LAELJ1509R2A1${String(no * 37).padStart(4, '0')}`,
    partCode,
    partName,
    supplier,
    faultDesc,
    qtySent: 1,
    qtyReceived: null,
    boxNo,
    labelNo: `SD0731261100${String(no).padStart(3, '0')}`,
  }
}

/** Four parts in two boxes. */
export function sampleReturnManifestPaper(): ReturnManifestPaper {
  return {
    words: defaultMakerWords,
    station: { code: 'SD0731', name: '济南历下顺达摩托车维修服务站' },
    manifestNo: 'SD0731-BD31-202611-0002',
    date: localDate('2026-11-20'),
    packedBy: '陈晓梅',
    waybillNo: 'DPK3640092817',
    shipMethod: 'road',
    piecesDue: 4,
    piecesReceived: null,
    packing: '',
    listState: '',
    lines: [
      line(3, '31310-KCW-003', '点火线圈总成', '宁波华升电器', '热态断路，次级电阻无穷大', '1'),
      line(7, '38501-MFZ-001', '起动继电器', '温州长江电器', '触点烧蚀不吸合', '1'),
      line(8, '52400-KCW-620', '后减震器总成', '重庆渝安', '渗油，阻尼失效', '2'),
      line(12, '37100-KCW-901', '仪表总成', '浙江汇仪', '里程不走字', '1'),
    ],
  }
}
