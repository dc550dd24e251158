/** The texts of the page behind a custom verification's URL, in one language. */
export interface EnrolmentTexts {
  title(project: string): string;
  intro: string;
  who: string;
  go: string;
  refuse: string;
  caution: string;
  padTitle(project: string): string;
  needsScript: string;
}
