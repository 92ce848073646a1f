#version 330 core
// Coverage (text, icons) in one colour, pixel for pixel.

uniform sampler2D uMask;
uniform vec4 uBounds; // left, top, right, bottom in canvas pixels
uniform vec4 uColor;  // premultiplied

out vec4 oColor;

void main()
{
    oColor = uColor * texelFetch(uMask, ivec2(floor(gl_FragCoord.xy - uBounds.xy)), 0).r;
}
