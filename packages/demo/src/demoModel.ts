/** What the page says about the model: an emulated answer is never passed off as a model's. */
export interface DemoModel {
  readonly isEmulated: boolean;
  readonly name: string;
}
