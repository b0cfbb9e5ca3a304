import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/size/join-weigh-ins.ts
function joinWeighIns([first, ...others]) {
  const all = [first, ...others];
  const failed = all.flatMap((one) => one.failed ?? []);
  const asked = askedTogether(all);
  const { asked: _, ...alike } = first;
  return {
    ...alike,
    ...asked === null ? {} : { asked },
    images: all.flatMap(({ images }) => images),
    ...failed.length === 0 ? {} : { failed },
    stages: all.flatMap(({ stages }) => stages)
  };
}
function askedTogether(all) {
  const asked = all.flatMap((one) => one.asked ?? []);
  const [first] = asked;
  if (first === void 0 || asked.length < all.length || asked.some(({ file }) => file !== first.file))
    return null;
  return { file: first.file, images: [...new Set(asked.flatMap(({ images }) => images))] };
}

export {
  joinWeighIns
};
