#version 330 core
// The luma plane of the canvas.

uniform sampler2D uCanvasPicture;
uniform vec4 uLumaWeights; // rgb: code (0..1) per colour, a: code of black

out vec4 oColor;

void main()
{
    vec3 rgb = texelFetch(uCanvasPicture, ivec2(gl_FragCoord.xy), 0).rgb;
    oColor = vec4(dot(rgb, uLumaWeights.rgb) + uLumaWeights.a, 0.0, 0.0, 1.0);
}
