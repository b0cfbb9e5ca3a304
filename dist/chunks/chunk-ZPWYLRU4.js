import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/image/image.ts
function allLayers({
  baseLayers = [],
  layers
}) {
  return [...baseLayers, ...layers];
}

// src/image/media-types.ts
var MANIFEST_MEDIA_TYPE = "application/vnd.oci.image.manifest.v1+json";
var INDEX_MEDIA_TYPE = "application/vnd.oci.image.index.v1+json";

export {
  allLayers,
  MANIFEST_MEDIA_TYPE,
  INDEX_MEDIA_TYPE
};
