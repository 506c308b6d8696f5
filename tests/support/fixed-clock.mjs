// Loaded before a process of the product (NODE_OPTIONS=--import …): its clock begins where TRIBUNE_TEST_NOW says, and
// goes on from there.
const RealDate = Date;
const shift = RealDate.parse(process.env.TRIBUNE_TEST_NOW ?? "") - RealDate.now();
const now = () => RealDate.now() + shift;

if (Number.isFinite(shift))
  globalThis.Date = new Proxy(RealDate, {
    construct: (_, given) => (given.length === 0 ? new RealDate(now()) : new RealDate(...given)),
    apply: () => String(new RealDate(now())),
    get: (real, name) => (name === "now" ? now : Reflect.get(real, name)),
  });
