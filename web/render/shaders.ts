// WebGL 2. All coordinates are CSS pixels from the top left until the last line of each vertex shader.

export const pointVertex = `#version 300 es
in vec2 aPosition;
in vec4 aLook;
uniform vec4 uScale;
uniform vec4 uPanel;
uniform vec4 uView;
uniform vec2 uPoint;
out vec3 vColor;
flat out int vShape;

void main() {
  vec2 at = uScale.xz + aPosition * uScale.yw;
  // Also false for the −∞ of padding slots and for NaN.
  bool inside = at.x >= uPanel.x && at.x <= uPanel.z && at.y >= uPanel.y && at.y <= uPanel.w;
  gl_Position = inside ? vec4(at.x * uView.x - 1.0, 1.0 - at.y * uView.y, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = uPoint.x * uView.z + 1.0;
  vColor = aLook.rgb;
  vShape = int(aLook.a * 255.0 + 0.5);
}`;

/** Shapes are numbered as SHAPES in marks.ts: distance below 0 is inside, in units of half the point's width. */
export const pointFragment = `#version 300 es
precision highp float;
in vec3 vColor;
flat in int vShape;
uniform vec4 uView;
uniform vec2 uPoint;
out vec4 finalColor;

float outside(vec2 p) {
  if (vShape == 1) return max(abs(p.x), abs(p.y)) - 0.84;
  if (vShape == 2) return max(dot(vec2(abs(p.x), -p.y), vec2(0.874, 0.486)) - 0.486, p.y - 0.8);
  if (vShape == 3) return (abs(p.x) + abs(p.y) - 1.0) * 0.707;
  if (vShape == 4) return abs(length(p) - 0.76) - 0.24;
  if (vShape == 5) return max(abs(abs(p.x) - abs(p.y)) * 0.707 - 0.17, max(abs(p.x), abs(p.y)) - 0.86);
  return length(p) - 1.0;
}

void main() {
  float size = uPoint.x * uView.z;
  vec2 p = (gl_PointCoord * 2.0 - 1.0) * (size + 1.0) / size;
  float cover = clamp(0.5 - outside(p) * size * 0.5, 0.0, 1.0);
  float alpha = cover * uPoint.y;
  finalColor = vec4(vColor * alpha, alpha);
}`;

export const stripVertex = `#version 300 es
in vec2 aPosition;
in vec2 aAlong;
in vec4 aColor;
in vec4 aPen;
uniform vec4 uView;
out vec2 vAlong;
flat out vec4 vColor;
flat out vec3 vPen;

void main() {
  gl_Position = vec4(aPosition.x * uView.x - 1.0, 1.0 - aPosition.y * uView.y, 0.0, 1.0);
  vAlong = aAlong;
  vColor = aColor;
  vPen = aPen.rgb * (255.0 / 8.0);
}`;

export const stripFragment = `#version 300 es
precision highp float;
in vec2 vAlong;
flat in vec4 vColor;
flat in vec3 vPen;
uniform vec4 uView;
out vec4 finalColor;

void main() {
  float cover = clamp((vPen.x - abs(vAlong.x)) * uView.z + 0.5, 0.0, 1.0);
  if (vPen.z > 0.0) {
    float at = mod(vAlong.y, vPen.y + vPen.z);
    cover *= clamp(min(at, vPen.y - at) * uView.z + 0.5, 0.0, 1.0);
  }
  float alpha = cover * vColor.a;
  finalColor = vec4(vColor.rgb * alpha, alpha);
}`;
