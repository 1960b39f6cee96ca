import { describe, expect, it } from 'vitest';
import { readPlan, sectionTitled } from '../setup/read-plan.js';

function responsible(text: string) {
  return sectionTitled(readPlan(`一、建设高速网络\n${text}\n二、保障措施`), '一、建设高速网络').responsible;
}

describe('who is responsible for what a section says', () => {
  it.each([
    ['（责任单位：市工信局；协助单位：市通信办、各县（市、区）人民政府）'],
    ['(责任单位: 市工信局, 协助单位: 市通信办、各县（市、区）人民政府)'],
    ['\n责任单位：市工信局\n协助单位：市通信办、各县（市、区）人民政府'],
    ['【责任单位：市工信局；协助单位：市通信办，各县（市、区）人民政府】'],
  ])('is known by role: %s', (stated) => {
    expect(responsible(`推进千兆光网建设。${stated}`)).toEqual([
      { role: '责任单位', units: ['市工信局'] },
      { role: '协助单位', units: ['市通信办', '各县（市、区）人民政府'] },
    ]);
  });

  it.each([
    ['（责任单位：市工信局；完成时限：2025年6月）'],
    ['\n【责任单位】市工信局'],
    ['\n*责任单位：市工信局*'],
  ])('is the unit alone, without what stands beside it: %s', (stated) => {
    expect(responsible(`推进千兆光网建设。${stated}`)).toEqual([{ role: '责任单位', units: ['市工信局'] }]);
  });

  it('is known where a bracket says who leads and who helps', () => {
    expect(responsible('推进千兆光网建设。（市工信局牵头，市住建局、市财政局按职责分工负责）')).toEqual([
      { role: '牵头', units: ['市工信局'] },
      { role: '负责', units: ['市住建局', '市财政局'] },
    ]);
  });

  it.each([
    ['（市工信局牵头，市住建局、市财政局参与，2025年底前完成）', '参与'],
    ['【市工信局牵头，市住建局、市财政局等部门按职责分工负责，持续推进】', '负责'],
    ['〔市工信局牵头；市住建局、市财政局配合；完成时限：2024年6月〕', '配合'],
  ])('is known beside when it is to be done: %s', (stated, role) => {
    expect(responsible(`推进千兆光网建设。${stated}`)).toEqual([
      { role: '牵头', units: ['市工信局'] },
      { role, units: ['市住建局', '市财政局'] },
    ]);
  });

  it('keeps the bracket of a unit’s name whole', () => {
    expect(responsible('推进千兆光网建设。（责任单位：市工信局、各县〔市、区〕人民政府）')).toEqual([
      { role: '责任单位', units: ['市工信局', '各县〔市、区〕人民政府'] },
    ]);
    expect(responsible('推进千兆光网建设。（市工信局牵头，市级有关部门配合）')).toEqual([
      { role: '牵头', units: ['市工信局'] },
      { role: '配合', units: ['市级有关部门'] },
    ]);
  });

  it('is known where a bracket that ends the paragraph names units alone', () => {
    expect(responsible('推进千兆光网建设。（市工业和信息化局、各县区人民政府、云岭海关）')).toEqual([
      { role: '责任单位', units: ['市工业和信息化局', '各县区人民政府', '云岭海关'] },
    ]);
    expect(responsible('推进光网建设（市工信局）和园区建设（一期、二期）。')).toEqual([]);
  });

  it('is not found where a section names nobody', () => {
    expect(responsible('压实责任单位的主体责任（含各县区），市工信局负责统筹。')).toEqual([]);
  });

  it('a line of its own does not run into the paragraph before', () => {
    const { texts } = readPlan(
      '推进千兆光网建设，到2025年达到5000架。\n责任单位：市工信局\n配合单位：市财政局',
    );
    expect(texts).toHaveLength(3);
  });
});
