#version 330 core
// A premultiplied colour bitmap, pixel for pixel.

uniform sampler2D uPicture;
uniform vec4 uBounds;   // left, top, right, bottom in canvas pixels
uniform float uOpacity; // 0..1

out vec4 oColor;

void main()
{
    oColor = texelFetch(uPicture, ivec2(floor(gl_FragCoord.xy - uBounds.xy)), 0) * uOpacity;
}
