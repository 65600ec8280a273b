import type { ActId, Citation } from './citation.ts';
import { citing } from './entries.ts';

/** The rules of an act that stand outside its transitional section. */
export interface GeneralRules {
  /** Who is a provider at all. */
  readonly provider: Citation;
  /** A private provider is bound if it has an information system for client data in use. */
  readonly systemInUse: Citation;
  /** A provider in Åland may join. */
  readonly aland: Citation;
  /** After joining one stores. */
  readonly storing: Citation;
  /** Who acts for an organiser records into the organiser's register. */
  readonly onBehalf: Citation;
  readonly entryIntoForce: Citation;
}

const of784 = citing('784/2021');
const of703 = citing('703/2023');

const rules784: GeneralRules = {
  provider: of784('3', 1, 7),
  systemInUse: of784('7', 2),
  aland: of784('7', 4),
  storing: of784('8', 2),
  onBehalf: of784('5', 1),
  entryIntoForce: of784('51', 1),
};

const rules703: GeneralRules = {
  provider: of703('3', 1, 11),
  systemInUse: of703('67', 2),
  aland: of703('67', 4),
  storing: of703('69', 1),
  onBehalf: of703('14', 1),
  entryIntoForce: of703('101', 1),
};

/** 307/2024 reworded who is a provider (3 § 11 k.) and left the rest. */
const rules307: GeneralRules = {
  ...rules703,
  provider: citing('703/2023', '307/2024')('3', 1, 11),
};

/** The general rules beside the transitional section that an act gave. */
export const generalRules = (givenBy: ActId): GeneralRules =>
  givenBy === '784/2021' ? rules784 : givenBy === '703/2023' ? rules703 : rules307;

/** An ended operation delivers its documents to Kela; its other duties are over. */
export const afterTheEnd: Citation = of703('16', 1);
